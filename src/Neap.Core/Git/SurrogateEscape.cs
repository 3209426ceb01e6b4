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
    /// <exception cref="ArgumentException">The text holds a lone surrogate that <see cref="Decode"/> never makes.</exception>
    public static byte[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryEncode(text, out var bytes)
            ? bytes
            : throw new ArgumentException("The text holds half a character that stands for no byte.", nameof(text));
    }

    /// <summary>Like <see cref="Encode"/>, for text from outside.</summary>
    public static bool TryEncode(string text, out byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = new ArrayBufferWriter<byte>(text.Length + 8);
        bytes = [];
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) == OperationStatus.Done)
            {
                written.Advance(rune.EncodeToUtf8(written.GetSpan(4)));
            }
            else if (IsByte(rest[0]))
            {
                used = 1;
                written.GetSpan(1)[0] = (byte)(rest[0] - Base);
                written.Advance(1);
            }
            else
            {
                return false;
            }

            rest = rest[used..];
        }

        bytes = written.WrittenSpan.ToArray();
        return true;
    }

    /// <summary>True for the lone surrogates that stand for a byte; ASCII bytes are never spelled so (PEP 383).</summary>
    public static bool IsByte(char lone) => lone is >= (char)(Base + 0x80) and <= (char)(Base + 0xFF);
}
