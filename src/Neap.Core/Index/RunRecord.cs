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

    /// <summary>Files it had to look at, and what became of them.</summary>
    public RunCounts Counts { get; init; } = new(0, 0, 0, 0);
}

/// <summary>Files counted once each, whatever the number of attempts.</summary>
/// <param name="Total">Files that differed.</param>
/// <param name="Succeeded">Files whose entries are now right, removals included.</param>
/// <param name="Failed">Files that could not be indexed.</param>
/// <param name="Skipped">Files left out on purpose.</param>
public sealed record RunCounts(long Total, long Succeeded, long Failed, long Skipped);

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

/// <summary>A file that could not be indexed (table <c>failed_lines</c>).</summary>
/// <param name="Path">The file.</param>
/// <param name="Operation">What was asked: add or modify.</param>
/// <param name="Category">Why.</param>
/// <param name="Message">In words.</param>
public sealed record FailedLine(RepoPath Path, string Operation, FailureCategory Category, string Message);
