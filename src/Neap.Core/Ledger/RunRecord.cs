namespace Neap.Core;

/// <summary>A run as the ledger keeps it (table <c>sync_runs</c>).</summary>
public sealed record RunRecord
{
    /// <summary><c>sync_&lt;utc time&gt;_&lt;pid&gt;_&lt;8 hex&gt;</c>.</summary>
    public required string RunId { get; init; }

    /// <summary>Start, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End, UTC; null while it runs.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The slot it works for.</summary>
    public required Slot Slot { get; init; }

    /// <summary>The commit it starts from; null for a first sync.</summary>
    public CommitId? FromCommit { get; init; }

    /// <summary>The commit it aims at.</summary>
    public required CommitId ToCommit { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The process that owns it.</summary>
    public required int ProcessId { get; init; }

    /// <summary>True where somebody decided that it is not to be gone on with.</summary>
    public bool IsAbandoned { get; init; }

    /// <summary>True where it was cut short and the next run goes on.</summary>
    public bool IsUnfinished => Status is RunStatus.Interrupted or RunStatus.Failed && !IsAbandoned;

    /// <summary>Where its lines come from.</summary>
    public InputSource Source { get; init; } = InputSource.Git;

    /// <summary>
    /// Lines it has to look at, and what became of them so far. A run begins with its total alone; the ledger counts the
    /// rest from the outcomes that are noted.
    /// </summary>
    public RunCounts Counts { get; init; } = new(0, 0, 0, 0);
}

/// <summary>Lines counted once each, whatever the number of attempts.</summary>
/// <param name="Total">Lines to look at.</param>
/// <param name="Succeeded">Lines whose entries are now right, removals included.</param>
/// <param name="Failed">Lines that are not in the index as they should be.</param>
/// <param name="Skipped">Lines left out on purpose.</param>
public sealed record RunCounts(long Total, long Succeeded, long Failed, long Skipped)
{
    /// <summary>Attempts that failed. A line that failed once and then succeeded counts here and as succeeded.</summary>
    public long Errors { get; init; }

    /// <summary>Lines that came to an end, each once.</summary>
    public long Processed => Succeeded + Failed + Skipped;
}

/// <summary>Where the lines of a run come from.</summary>
public enum InputSource
{
    /// <summary>The difference between index and commit.</summary>
    Git,

    /// <summary>A feed on standard input.</summary>
    Stdin,

    /// <summary>Lines that failed before.</summary>
    Retry,
}

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Its process is at work.</summary>
    Running,

    /// <summary>Published.</summary>
    Completed,

    /// <summary>Stopped by a failure; nothing of it is visible.</summary>
    Failed,

    /// <summary>Its process ended before it could publish; nothing of it is visible and the next run goes on.</summary>
    Interrupted,
}
