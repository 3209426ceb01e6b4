using System.Text.Unicode;
using Neap.Core;

namespace Neap.Content;

/// <summary>Reads a blob's bytes as text, or says why not. Decided by the bytes alone, never by a file's name.</summary>
public static class BlobText
{
    private static readonly Reading Binary = new Reading.Skip(SkipReason.Binary);
    private static readonly Reading Pointer = new Reading.Skip(SkipReason.LfsPointer);
    private static readonly Reading Invalid = new Reading.Fail(FailureCategory.Encoding);

    /// <summary>Reads a whole blob.</summary>
    /// <remarks>
    /// A byte order mark decides; then NUL bytes and known signatures mean binary; then UTF-8; then Windows-1252, but only
    /// where its letters and punctuation stand as they do in real text. Everything else fails as <c>encoding</c>.
    /// </remarks>
    public static Reading Read(ReadOnlyMemory<byte> blob) => MarkOf(blob.Span) switch
    {
        TextEncoding.Utf8Bom => ReadUtf8(TextEncoding.Utf8Bom, blob[3..]) ?? Invalid,
        TextEncoding.Utf16Le => ReadUtf16(TextEncoding.Utf16Le, blob.Span),
        TextEncoding.Utf16Be => ReadUtf16(TextEncoding.Utf16Be, blob.Span),
        _ when BinaryContent.HasSignature(blob.Span) => Binary,
        _ when LfsPointer.Is(blob.Span) => Pointer,
        _ => ReadUtf8(TextEncoding.Utf8, blob) ?? ReadWindows1252(blob.Span),
    };

    /// <summary>The text, in UTF-8, of a chunk whose bytes were cut out of its blob.</summary>
    /// <param name="encoding">How the blob is read.</param>
    /// <param name="range">The bytes at the chunk's <see cref="ChunkRange"/>.</param>
    /// <exception cref="ArgumentException">The bytes are no whole characters of that encoding.</exception>
    public static ReadOnlyMemory<byte> Decode(TextEncoding encoding, ReadOnlyMemory<byte> range) => encoding switch
    {
        TextEncoding.Utf16Le or TextEncoding.Utf16Be => Utf16.ToUtf8(encoding, range.Span)
            ?? throw new ArgumentException("The bytes are no whole UTF-16 characters.", nameof(range)),
        TextEncoding.Windows1252 => Windows1252.ToUtf8(range.Span),
        _ => range,
    };

    /// <summary>Length in bytes of the byte order mark that stands before the text.</summary>
    public static int MarkBytes(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8Bom => 3,
        TextEncoding.Utf16Le or TextEncoding.Utf16Be => 2,
        _ => 0,
    };

    private static TextEncoding? MarkOf(ReadOnlySpan<byte> blob) => blob switch
    {
        [0xEF, 0xBB, 0xBF, ..] => TextEncoding.Utf8Bom,
        [0xFF, 0xFE, ..] => TextEncoding.Utf16Le,
        [0xFE, 0xFF, ..] => TextEncoding.Utf16Be,
        _ => null,
    };

    private static Reading? ReadUtf8(TextEncoding encoding, ReadOnlyMemory<byte> text)
    {
        if (text.Span.Contains((byte)0))
        {
            return Binary;
        }

        if (!Utf8.IsValid(text.Span))
        {
            return null;
        }

        return BinaryContent.IsMostlyControls(text.Span) ? Binary : new Reading.Text(encoding, text);
    }

    // A UTF-32 mark ("ff fe 00 00") starts like a UTF-16 one; the NUL character behind it makes it fail.
    private static Reading ReadUtf16(TextEncoding encoding, ReadOnlySpan<byte> blob) =>
        Utf16.ToUtf8(encoding, blob[2..]) is { } text && !text.AsSpan().Contains((byte)0)
            ? new Reading.Text(encoding, text)
            : Invalid;

    private static Reading ReadWindows1252(ReadOnlySpan<byte> blob)
    {
        if (BinaryContent.HasManyControls(blob))
        {
            return Binary;
        }

        return Plausibility.IsWindows1252(blob)
            ? new Reading.Text(TextEncoding.Windows1252, Windows1252.ToUtf8(blob))
            : Invalid;
    }
}
