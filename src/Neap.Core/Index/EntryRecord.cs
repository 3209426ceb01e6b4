namespace Neap.Core;

/// <summary>One chunk of one file, as the index shows it.</summary>
public sealed record EntryRecord
{
    /// <summary>Where it is kept.</summary>
    public required Slot Slot { get; init; }

    /// <summary>The commit it belongs to.</summary>
    public required CommitId Commit { get; init; }

    /// <summary>The file.</summary>
    public required RepoPath Path { get; init; }

    /// <summary>The file's content.</summary>
    public required BlobId Blob { get; init; }

    /// <summary>The content's size in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>How the bytes are read as text.</summary>
    public required TextEncoding Encoding { get; init; }

    /// <summary>The chunk's number in the file, from 0.</summary>
    public required int Chunk { get; init; }

    /// <summary>The chunk's place in the blob.</summary>
    public required ChunkRange Range { get; init; }

    /// <summary>SHA-256 of the chunk's text in UTF-8; 32 bytes.</summary>
    public required ReadOnlyMemory<byte> TextSha256 { get; init; }

    /// <summary>The vector; empty where it was not asked for.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }

    /// <summary>The name of the embedder that made the vector.</summary>
    public required string Embedder { get; init; }
}

/// <summary>Where a chunk stands in its blob.</summary>
/// <param name="OffsetBytes">First byte, counted in the blob as git holds it (a byte order mark counts).</param>
/// <param name="LengthBytes">Number of bytes of the blob.</param>
/// <param name="FirstLine">Line of its first character, from 1.</param>
/// <param name="LastLine">Line of its last character, from 1.</param>
public readonly record struct ChunkRange(long OffsetBytes, int LengthBytes, int FirstLine, int LastLine);

/// <summary>How a blob's bytes are read as text.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8 without a byte order mark; ASCII too.</summary>
    Utf8,

    /// <summary>UTF-8 after a byte order mark of 3 bytes.</summary>
    Utf8Bom,

    /// <summary>UTF-16, little endian, after a byte order mark of 2 bytes.</summary>
    Utf16Le,

    /// <summary>UTF-16, big endian, after a byte order mark of 2 bytes.</summary>
    Utf16Be,

    /// <summary>Windows-1252, of which Latin-1 text is a part.</summary>
    Windows1252,
}
