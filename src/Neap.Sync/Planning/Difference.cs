using Neap.Core;

namespace Neap.Sync;

/// <summary>A path where index and commit differ.</summary>
/// <param name="Path">The path.</param>
/// <param name="Old">What the index holds; null where it holds nothing.</param>
/// <param name="New">What the commit holds; null where the path is gone.</param>
/// <param name="Skip">Why the path does not belong in the index whatever it holds; null where it does.</param>
internal sealed record Difference(RepoPath Path, FileRecord? Old, Change.Written? New, SkipReason? Skip)
{
    /// <summary>True where the commit holds a file whose content decides what the index will hold.</summary>
    public bool NeedsContent => New is not null && Skip is null;

    /// <summary>True where the index shows text of the path now.</summary>
    public bool WasIndexed => Old?.Standing is Standing.Indexed;
}

/// <summary>What a run has to do.</summary>
/// <param name="Tree">The tree the index will equal.</param>
/// <param name="Compared">How the differences were found.</param>
/// <param name="Differences">The paths that differ, in byte order.</param>
internal sealed record Plan(TreeId Tree, Compared Compared, IReadOnlyList<Difference> Differences)
{
    /// <summary>Folders that the request names and no file of the commit lies in; looked for where every path is compared.</summary>
    public IReadOnlyList<RepoPath> BareFolders { get; init; } = [];
}

/// <summary>How much had to be compared to find what changed.</summary>
public enum Compared
{
    /// <summary>The commit is the one the index equals.</summary>
    Nothing,

    /// <summary>Another commit with the same tree.</summary>
    TreeIds,

    /// <summary>The trees that differ, against the last synced one.</summary>
    ChangedTrees,

    /// <summary>Every path of the branch, against the index.</summary>
    TheWholeBranch,
}
