namespace Neap.Core;

/// <summary>A path of a revision.</summary>
/// <param name="Path">The path.</param>
/// <param name="Blob">What it holds: a blob, or for a submodule the commit's id.</param>
/// <param name="Mode">What git says it is.</param>
/// <param name="Standing">What the index holds of it.</param>
public sealed record FileRecord(RepoPath Path, BlobId Blob, FileMode Mode, Standing Standing);
