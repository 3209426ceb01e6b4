using System.Buffers;

namespace Neap.Content;

/// <summary>Signs of binary content that need no NUL byte.</summary>
internal static class BinaryContent
{
    // Backspace (overstruck man pages), tab, line ends, form feed and escape (terminal colours) occur in text.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [1, 2, 3, 4, 5, 6, 7, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 127]);

    private static readonly byte[][] Signatures =
    [
        [0x89, .. "PNG\r\n"u8], [.. "%PDF-"u8], [.. "GIF87a"u8], [.. "GIF89a"u8], [0xFF, 0xD8, 0xFF],
        [0x1F, 0x8B], [.. "PK\x03\x04"u8], [.. "PK\x05\x06"u8], [0xFD, .. "7zXZ"u8], [0x28, 0xB5, 0x2F, 0xFD],
        [.. "7z"u8, 0xBC, 0xAF], [.. "Rar!\x1a\x07"u8], [0x7F, .. "ELF"u8], [0xCA, 0xFE, 0xBA, 0xBE],
        [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE], [.. "wOFF"u8], [.. "wOF2"u8],
        [0xD0, 0xCF, 0x11, 0xE0], [.. "BZh91AY&SY"u8], [.. "!<arch>\n"u8],
    ];

    /// <summary>Whether it starts like a well-known binary format.</summary>
    public static bool HasSignature(ReadOnlySpan<byte> blob)
    {
        foreach (var signature in Signatures)
        {
            if (blob.StartsWith(signature))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether three bytes in ten are control characters: too many for any text.</summary>
    public static bool IsMostlyControls(ReadOnlySpan<byte> text) => Count(text) * 10L > text.Length * 3L;

    /// <summary>Whether one byte in twenty is a control character: too many for text in a one-byte encoding.</summary>
    /// <remarks>Evenly spread bytes, as in compressed data, hold one in ten.</remarks>
    public static bool HasManyControls(ReadOnlySpan<byte> blob) => Count(blob) * 20L > blob.Length;

    /// <summary>Whether it holds no control character at all.</summary>
    public static bool HasNoControls(ReadOnlySpan<byte> blob) => !blob.ContainsAny(Controls) && !blob.Contains((byte)8);

    private static int Count(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (int at; (at = bytes.IndexOfAny(Controls)) >= 0; count++)
        {
            bytes = bytes[(at + 1)..];
        }

        return count;
    }
}
