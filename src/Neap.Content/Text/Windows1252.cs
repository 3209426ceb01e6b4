using System.Text;

namespace Neap.Content;

/// <summary>Windows-1252 into UTF-8. The five bytes it leaves undefined read as the C1 controls of Latin-1.</summary>
internal static class Windows1252
{
    // 0x80 to 0x9F, where it differs from Latin-1.
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The character of a byte.</summary>
    public static char Char(byte value) => value is >= 0x80 and < 0xA0 ? Upper[value - 0x80] : (char)value;

    /// <summary>The text in UTF-8.</summary>
    public static byte[] ToUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = new byte[LengthInUtf8(bytes)];
        var written = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            ascii = ascii < 0 ? bytes.Length : ascii;
            bytes[..ascii].CopyTo(text.AsSpan(written));
            written += ascii;
            bytes = bytes[ascii..];
            if (!bytes.IsEmpty)
            {
                written += new Rune(Char(bytes[0])).EncodeToUtf8(text.AsSpan(written));
                bytes = bytes[1..];
            }
        }

        return text;
    }

    private static int LengthInUtf8(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var value in bytes)
        {
            length += value < 0x80 ? 1 : new Rune(Char(value)).Utf8SequenceLength;
        }

        return length;
    }
}
