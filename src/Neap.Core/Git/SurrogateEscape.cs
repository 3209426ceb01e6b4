using System.Buffers;
using System.Text;

namespace Neap.Core;

/// <summary>Bytes to text and back without loss: a byte that is not UTF-8 becomes the lone surrogate <c>\udcXX</c>.</summary>
/// <remarks>The convention of Python's <c>surrogateescape</c> (PEP 383), so that exports read back there unchanged.</remarks>
public static class SurrogateEscape
{
    private const int Base = 0xDC00;

    /// <summary>Text of any bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        Span<char> pair = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) == OperationStatus.Done)
            {
                text.Append(pair[..rune.EncodeToUtf16(pair)]);
            }
            else
            {
                used = 1;
                text.Append((char)(Base + bytes[0]));
            }

            bytes = bytes[used..];
        }

        return text.ToString();
    }

    /// <summary>The bytes that <see cref="Decode"/> made the text from.</summary>
    public static byte[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new ArrayBufferWriter<byte>(text.Length + 8);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) == OperationStatus.Done)
            {
                bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));
            }
            else
            {
                used = 1;
                bytes.GetSpan(1)[0] = (byte)(rest[0] - Base);
                bytes.Advance(1);
            }

            rest = rest[used..];
        }

        return bytes.WrittenSpan.ToArray();
    }
}
