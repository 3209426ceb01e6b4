using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using Neap.Core;

namespace Neap.Content;

/// <summary>UTF-16 of either byte order into UTF-8.</summary>
internal static class Utf16
{
    private const int MaxUtf8BytesPerChar = 3;

    /// <summary>The text; null where the length is odd or a surrogate stands alone.</summary>
    /// <param name="encoding"><see cref="TextEncoding.Utf16Le"/> or <see cref="TextEncoding.Utf16Be"/>.</param>
    /// <param name="bytes">Without a byte order mark.</param>
    public static byte[]? ToUtf8(TextEncoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % sizeof(char) != 0)
        {
            return null;
        }

        var chars = ArrayPool<char>.Shared.Rent(bytes.Length / sizeof(char));
        var utf8 = ArrayPool<byte>.Shared.Rent(bytes.Length / sizeof(char) * MaxUtf8BytesPerChar);
        try
        {
            var text = chars.AsSpan(0, bytes.Length / sizeof(char));
            CopyInHostOrder(encoding, bytes, MemoryMarshal.Cast<char, ushort>(text));
            var status = Utf8.FromUtf16(text, utf8, out _, out var written, replaceInvalidSequences: false);
            return status == OperationStatus.Done ? utf8.AsSpan(0, written).ToArray() : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    private static void CopyInHostOrder(TextEncoding encoding, ReadOnlySpan<byte> bytes, Span<ushort> units)
    {
        bytes.CopyTo(MemoryMarshal.AsBytes(units));
        if (encoding == TextEncoding.Utf16Le != BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(units, units);
        }
    }
}
