using Neap.Core;

namespace Neap.Sync;

/// <summary>How a slot's index compares with its commit, read afresh from git.</summary>
/// <param name="Revision">What the index says it equals.</param>
/// <param name="Files">Files of the commit that belong in the index.</param>
/// <param name="Entries">Entries the index shows.</param>
/// <param name="Differences">What differs, in byte order of the paths; empty where the index is in step.</param>
public sealed record VerifyReport(
    Revision Revision, long Files, long Entries, IReadOnlyList<Mismatch> Differences)
{
    /// <summary>True where nothing differs.</summary>
    public bool InStep => Differences.Count == 0;
}

/// <summary>One way in which the index differs from its commit.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">The file.</param>
/// <param name="Blob">The content that should be there; null for a ghost.</param>
/// <param name="Chunk">The chunk; null where the whole file is meant.</param>
/// <param name="Detail">In words.</param>
public sealed record Mismatch(MismatchKind Kind, RepoPath Path, BlobId? Blob, int? Chunk, string Detail);

/// <summary>What is wrong with an entry or a file.</summary>
public enum MismatchKind
{
    /// <summary>The commit has it, the index does not.</summary>
    Missing,

    /// <summary>The index has other content than the commit.</summary>
    Stale,

    /// <summary>The index has it, the commit does not.</summary>
    Ghost,

    /// <summary>The index has it twice.</summary>
    Duplicate,

    /// <summary>The entry's text or place is not the content's.</summary>
    WrongText,

    /// <summary>The entry's vector is not the text's.</summary>
    WrongVector,

    /// <summary>A search by words cannot find the entry, although its text has words.</summary>
    MissingWords,
}
