using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Neap.Changes;

/// <summary>Reads a JSON string to its bytes; .NET's own reader refuses the spelling of bytes that are not UTF-8.</summary>
internal static class JsonString
{
    private const int EscapeLength = 6;

    /// <summary>A text: what is not Unicode is refused.</summary>
    public static byte[]? Text(ReadOnlySpan<byte> raw) =>
        Unescape(raw, allowsBytes: false) is { } bytes && Utf8.IsValid(bytes) ? bytes : null;

    /// <summary>A path: <c>\udcXX</c> stands for a byte, and bytes that are not UTF-8 stand for themselves.</summary>
    public static byte[]? Path(ReadOnlySpan<byte> raw) => Unescape(raw, allowsBytes: true);

    private static byte[]? Unescape(ReadOnlySpan<byte> raw, bool allowsBytes)
    {
        if (!raw.Contains((byte)'\\'))
        {
            return raw.ToArray();
        }

        var bytes = new ArrayBufferWriter<byte>(raw.Length);
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf((byte)'\\');
            var length = plain < 0 ? raw.Length : plain;
            bytes.Write(raw[..length]);
            raw = raw[length..];
            var used = raw.IsEmpty ? 0 : Escape(raw, bytes, allowsBytes);
            if (used < 0)
            {
                return null;
            }

            raw = raw[used..];
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes what one escape stands for; its length, or -1 where it stands for nothing.</summary>
    private static int Escape(ReadOnlySpan<byte> raw, ArrayBufferWriter<byte> bytes, bool allowsBytes)
    {
        if (raw[1] != 'u')
        {
            bytes.Write([Plain(raw[1])]);
            return 2;
        }

        var unit = Unit(raw);
        if (Rune.TryCreate(unit, out var rune))
        {
            return Write(rune, bytes, EscapeLength);
        }

        if (raw.Length >= 2 * EscapeLength && raw[EscapeLength] == '\\' && raw[EscapeLength + 1] == 'u'
            && Rune.TryCreate(unit, Unit(raw[EscapeLength..]), out rune))
        {
            return Write(rune, bytes, 2 * EscapeLength);
        }

        if (!allowsBytes || !SurrogateEscape.IsByte(unit))
        {
            return -1;
        }

        bytes.Write([(byte)unit]);
        return EscapeLength;
    }

    private static int Write(Rune rune, ArrayBufferWriter<byte> bytes, int used)
    {
        bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));
        return used;
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static byte Plain(byte escaped) => escaped switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'t' => (byte)'\t',
        (byte)'r' => (byte)'\r',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => escaped,
    };
}
