using Neap.Core;

namespace Neap.Sync;

/// <summary>What a run did, the same figures for people and for programs.</summary>
public sealed record SyncReport
{
    /// <summary>The run's id; null where nothing had to be done and no run was opened.</summary>
    public string? RunId { get; init; }

    /// <summary>How it ended.</summary>
    public required SyncStatus Status { get; init; }

    /// <summary>The slot it worked for.</summary>
    public required Slot Slot { get; init; }

    /// <summary>The branch that is followed; null when detached.</summary>
    public string? Branch { get; init; }

    /// <summary>The commit the index equalled before; null for a first sync.</summary>
    public CommitId? FromCommit { get; init; }

    /// <summary>The commit the index equals now; null where the branch has no commit yet.</summary>
    public CommitId? ToCommit { get; init; }

    /// <summary>The tree the index equals now; null where the branch has no commit yet.</summary>
    public TreeId? Tree { get; init; }

    /// <summary>How much had to be compared.</summary>
    public Compared Compared { get; init; }

    /// <summary>What became of each path that differed, in byte order; unchanged paths are not listed.</summary>
    public IReadOnlyList<FileChange> Changes { get; init; } = [];

    /// <summary>The limits that say to which tier the size of a changed file belongs.</summary>
    public TierLimits Tiers { get; init; } = TierLimits.Default;

    /// <summary>Files whose content had to be read.</summary>
    public long FilesProcessed { get; init; }

    /// <summary>Files that differed and whose content the index already knew.</summary>
    public long FilesAlreadyDone { get; init; }

    /// <summary>Chunks whose vectors were computed.</summary>
    public long TextsEmbedded { get; init; }

    /// <summary>Distinct contents read from git.</summary>
    public long ContentsRead { get; init; }

    /// <summary>Bytes of them.</summary>
    public long BytesRead { get; init; }

    /// <summary>Wall time of the run.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How often each failed path was tried over all runs; paths that were tried once may be left out.</summary>
    public IReadOnlyDictionary<RepoPath, int> Attempts { get; init; } = new Dictionary<RepoPath, int>();

    /// <summary>What a reader of the report should know besides.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The report of a run that had nothing to do.</summary>
    public static SyncReport OfInStep(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return new SyncReport
        {
            Status = SyncStatus.InStep,
            Slot = revision.Slot,
            Branch = revision.Branch,
            FromCommit = revision.Commit,
            ToCommit = revision.Commit,
            Tree = revision.Tree,
            Compared = Compared.Nothing,
        };
    }

    /// <summary>Number of changes of a kind.</summary>
    public long Count(ChangeKind kind) => Changes.LongCount(change => change.Kind == kind);
}

/// <summary>How a run ended.</summary>
public enum SyncStatus
{
    /// <summary>The index equals the commit now.</summary>
    Completed,

    /// <summary>The index equalled the commit already; nothing was written.</summary>
    InStep,

    /// <summary>Nothing of what was asked for had to be done; says nothing about the commit.</summary>
    NothingToDo,

    /// <summary>Nothing was written because that was asked for.</summary>
    DryRun,

    /// <summary>Stopped on request; what was read is kept for the next run.</summary>
    Interrupted,

    /// <summary>Stopped by a line that failed, where that was asked for; nothing was published.</summary>
    Stopped,
}

/// <summary>What became of one path.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Path">The path; for a move the new one.</param>
/// <param name="OldPath">For a move, the path it had.</param>
/// <param name="SizeBytes">The size of its content.</param>
/// <param name="Chunks">Its entries.</param>
/// <param name="Embedded">True where vectors were computed for it in this run.</param>
/// <param name="Cause">Why the index holds nothing of it; null where it holds something or the path is gone.</param>
public sealed record FileChange(
    ChangeKind Kind, RepoPath Path, RepoPath? OldPath, long SizeBytes, int Chunks, bool Embedded, Standing? Cause)
{
    /// <summary>The cause as it is spelled outside; null where there is none.</summary>
    public string? Reason => Cause switch
    {
        Standing.Skipped(var reason) => Names.Of(reason),
        Standing.Failed(var category) => Names.Of(category),
        _ => null,
    };

    /// <summary>The sentence a person reads about a file that failed; null for any other.</summary>
    public string? Failure => Cause is Standing.Failed(var category) ? FailedFiles.Words(category) : null;
}

/// <summary>What happened to the entries of a path.</summary>
public enum ChangeKind
{
    /// <summary>It had none and has some now.</summary>
    Added,

    /// <summary>Other content.</summary>
    Updated,

    /// <summary>The same content under another path.</summary>
    Moved,

    /// <summary>It has none now.</summary>
    Removed,

    /// <summary>It is new or changed, and left out on purpose.</summary>
    Skipped,

    /// <summary>It is new or changed, and could not be read as text.</summary>
    Failed,

    /// <summary>The same content, read again because the rules changed or the index was not believed.</summary>
    Refreshed,
}
