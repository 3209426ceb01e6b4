namespace Neap.Changes;

/// <summary>One line of a feed, before its content is known.</summary>
/// <param name="Op">What happened.</param>
/// <param name="Path">Where.</param>
/// <param name="OldPath">Where the content was, for a rename.</param>
/// <param name="File">What is there now; null for a deletion.</param>
internal sealed record FeedChange(FeedOp Op, RepoPath Path, RepoPath? OldPath, Change.Written? File);

/// <summary>What happened to a path.</summary>
internal enum FeedOp
{
    /// <summary>It is new.</summary>
    Add,

    /// <summary>It has other content.</summary>
    Modify,

    /// <summary>It is gone.</summary>
    Delete,

    /// <summary>It is new, and its content was at a path that is gone.</summary>
    Rename,
}
