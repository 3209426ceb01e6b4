using System.Text;
using Neap.Core;

namespace Neap.Content;

/// <summary>Splits a text into chunks that embed well: whole lines, whole paragraphs or declarations where there are any.</summary>
/// <remarks>
/// The text alone decides (a blob is shared by every path that has it), and a break is chosen by what stands around it,
/// not by how far it is from the start: after an edit the chunks soon end at the same lines again.
/// </remarks>
public static class Chunker
{
    /// <summary>Name and version of the rules, as a part of the content key.</summary>
    public const string Version = "lines-1";

    /// <summary>The shortest chunk that the rules make on purpose, in bytes of UTF-8.</summary>
    public const int LeastBytes = 1024;

    /// <summary>What the length of a chunk of a long text comes to on average, in bytes of UTF-8.</summary>
    public const int TargetBytes = 2048;

    /// <summary>A text, or the rest of one, up to this many bytes of UTF-8 is one chunk.</summary>
    public const int AmpleBytes = 3072;

    /// <summary>The longest chunk, in bytes of UTF-8. A longer line is cut between two characters.</summary>
    public const int MostBytes = 4096;

    /// <summary>Splits a text; the chunks follow each other without gap or overlap, and an empty text is one empty chunk.</summary>
    /// <param name="encoding">How the blob is read; decides the ranges.</param>
    /// <param name="utf8">The whole text in UTF-8, without a byte order mark.</param>
    /// <param name="blobBytes">The blob's size in bytes, byte order mark included.</param>
    /// <exception cref="ArgumentException">The text and the size do not belong together.</exception>
    public static IReadOnlyList<Chunk> Split(TextEncoding encoding, ReadOnlySpan<byte> utf8, long blobBytes)
    {
        var chunks = new List<Chunk>((utf8.Length / TargetBytes) + 1);
        var lines = new LineEnds(utf8);
        var breaks = new Breaks(utf8, lines);
        long offset = BlobText.MarkBytes(encoding);
        var line = 1;
        var start = 0;
        do
        {
            var end = breaks.After(start);
            var ends = lines.Count(start, end);
            var last = ends > 0 && lines.IsLineStart(end) ? line + ends - 1 : line + ends;
            var length = BlobLength(encoding, utf8[start..end]);
            chunks.Add(new Chunk(new ChunkRange(offset, length, line, last), start, end - start));
            offset += length;
            line += ends;
            start = end;
        }
        while (start < utf8.Length);

        return offset == blobBytes
            ? chunks
            : throw new ArgumentException($"The text makes {offset} bytes, the blob has {blobBytes}.", nameof(blobBytes));
    }

    private static int BlobLength(TextEncoding encoding, ReadOnlySpan<byte> text) => encoding switch
    {
        TextEncoding.Utf16Le or TextEncoding.Utf16Be => sizeof(char) * Encoding.UTF8.GetCharCount(text),
        TextEncoding.Windows1252 => Encoding.UTF8.GetCharCount(text),
        _ => text.Length,
    };
}
