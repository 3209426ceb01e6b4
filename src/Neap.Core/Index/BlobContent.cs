namespace Neap.Core;

/// <summary>What a blob becomes in the index, ready to be stored.</summary>
public abstract record BlobContent
{
    private BlobContent(BlobId blob, long sizeBytes) => (Blob, SizeBytes) = (blob, sizeBytes);

    /// <summary>The blob.</summary>
    public BlobId Blob { get; }

    /// <summary>Its size.</summary>
    public long SizeBytes { get; }

    /// <summary>How long it took to read and to embed; of the run, not of the content, so it is not stored with it.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Text: its chunks and their vectors.</summary>
    /// <param name="Blob">The blob.</param>
    /// <param name="SizeBytes">Its size.</param>
    /// <param name="Encoding">How its bytes are read.</param>
    /// <param name="Chunks">In order, without gap or overlap; at least one.</param>
    /// <param name="Vectors">One packed vector a chunk, one after the other; see <see cref="VectorCodec"/>.</param>
    public sealed record Text(
        BlobId Blob,
        long SizeBytes,
        TextEncoding Encoding,
        IReadOnlyList<ChunkContent> Chunks,
        ReadOnlyMemory<byte> Vectors) : BlobContent(Blob, SizeBytes);

    /// <summary>Left out on purpose.</summary>
    public sealed record Skipped(BlobId Blob, long SizeBytes, SkipReason Reason) : BlobContent(Blob, SizeBytes);

    /// <summary>Could not be read as text.</summary>
    public sealed record Failed(BlobId Blob, long SizeBytes, FailureCategory Category) : BlobContent(Blob, SizeBytes);
}

/// <summary>One chunk of a text.</summary>
/// <param name="Range">Its place in the blob.</param>
/// <param name="TextSha256">SHA-256 of its text in UTF-8; 32 bytes.</param>
/// <param name="Terms">Its words for the lexical index, separated by spaces, in UTF-8; empty where there is none.</param>
public readonly record struct ChunkContent(
    ChunkRange Range, ReadOnlyMemory<byte> TextSha256, ReadOnlyMemory<byte> Terms);
