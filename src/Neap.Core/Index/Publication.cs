namespace Neap.Core;

/// <summary>Everything that becomes visible at once when a run ends: the flip.</summary>
/// <param name="Revision">What the slot's index equals afterwards.</param>
/// <param name="Files">How the file map changes: by path, so that pages of a table fill one after the other; each path at most once.</param>
/// <param name="Run">The run's final record.</param>
/// <param name="Lines">The lines that come to an end with the flip: those whose content did not have to be put.</param>
public sealed record Publication(
    Revision Revision,
    IReadOnlyList<FileMapChange> Files,
    RunRecord Run,
    LineOutcomes Lines)
{
    /// <summary>
    /// True where the file map changes as the run's own lines say that <see cref="IStagingStore"/> keeps, in their order,
    /// and <see cref="Files"/> is empty. Whatever a run kept is forgotten once it is published.
    /// </summary>
    public bool IsStaged { get; init; }

    /// <summary>True where the slot is given up: its files and its revision go, its runs stay in the ledger.</summary>
    public bool Retires { get; init; }
}

/// <summary>One line of a file map's change.</summary>
public abstract record FileMapChange
{
    private FileMapChange(RepoPath path) => Path = path;

    /// <summary>The path.</summary>
    public RepoPath Path { get; }

    /// <summary>The path now holds this. Where <paramref name="Skip"/> is null its content must have been put before.</summary>
    public sealed record Put(RepoPath Path, BlobId Blob, FileMode Mode, SkipReason? Skip) : FileMapChange(Path);

    /// <summary>The path is gone.</summary>
    public sealed record Remove(RepoPath Path) : FileMapChange(Path);
}
