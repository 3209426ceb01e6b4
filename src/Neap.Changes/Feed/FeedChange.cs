namespace Neap.Changes;

/// <summary>One line of a feed, before its content is known.</summary>
/// <param name="Op">What happened.</param>
/// <param name="Path">Where.</param>
/// <param name="OldPath">Where the content was, for a rename.</param>
/// <param name="File">What is there now; null for a deletion.</param>
internal sealed record FeedChange(LineOperation Op, RepoPath Path, RepoPath? OldPath, Change.Written? File);
