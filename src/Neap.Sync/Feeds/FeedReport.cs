using Neap.Core;

namespace Neap.Sync;

/// <summary>What the sync of one repository's part of a feed did.</summary>
public sealed record FeedReport
{
    /// <summary>The figures that every run has; its changes are empty where they were only counted.</summary>
    public required SyncReport Sync { get; init; }

    /// <summary>What became of the lines.</summary>
    public required LineCounts Lines { get; init; }

    /// <summary>The lines that failed, in order; at most <see cref="MostFailures"/>, the ledger has them all.</summary>
    public IReadOnlyList<LineReport> Failures { get; init; } = [];

    /// <summary>True where the index equals a commit of the repository now; false where it holds what the lines said.</summary>
    public bool IsInStep { get; init; }

    /// <summary>How many failures a report lists at most: 1,000.</summary>
    public const int MostFailures = 1_000;
}

/// <summary>Lines of a feed, each counted once.</summary>
public sealed record LineCounts
{
    /// <summary>Lines that were read.</summary>
    public long Total => Done + Failed + Skipped;

    /// <summary>Lines that are done, those of an earlier attempt and closing lines included.</summary>
    public long Done { get; init; }

    /// <summary>Lines that failed.</summary>
    public long Failed { get; init; }

    /// <summary>Lines that were left out on purpose, empty ones included.</summary>
    public long Skipped { get; init; }

    /// <summary>Lines that an earlier, interrupted attempt had already brought to their end; counted as done too.</summary>
    public long Resumed { get; init; }

    /// <summary>Paths that are new.</summary>
    public long Added { get; init; }

    /// <summary>Paths with other content.</summary>
    public long Modified { get; init; }

    /// <summary>Paths that are gone.</summary>
    public long Deleted { get; init; }

    /// <summary>Paths that became others.</summary>
    public long Renamed { get; init; }
}

/// <summary>What became of one line.</summary>
/// <param name="Number">Its number in the input.</param>
/// <param name="Operation">What it asked for.</param>
/// <param name="Path">The path; null where it names none.</param>
/// <param name="OldPath">For a rename, the path it had.</param>
/// <param name="Fate">Done, skipped or failed.</param>
public sealed record LineReport(
    long Number, LineOperation Operation, RepoPath? Path, RepoPath? OldPath, LineFate Fate)
{
    /// <summary>The number that the producer gave the line; null where it gave none.</summary>
    public long? SourceLine { get; init; }
}

/// <summary>How a line ended.</summary>
public abstract record LineFate
{
    private LineFate()
    {
    }

    /// <summary>The index will be as it says.</summary>
    public sealed record Done : LineFate;

    /// <summary>Left out on purpose; without a reason where the line is empty.</summary>
    public sealed record Skipped(SkipReason? Reason) : LineFate;

    /// <summary>It could not be done.</summary>
    /// <param name="Category">Why.</param>
    /// <param name="Message">In words.</param>
    public sealed record Failed(FailureCategory Category, string Message) : LineFate;
}

/// <summary>What a feed came to.</summary>
/// <param name="Reports">One a part, in the order in which they ended.</param>
/// <param name="IsInterrupted">True where it was asked to stop before its end; parts that had ended by then are visible.</param>
public sealed record FeedOutcome(IReadOnlyList<FeedReport> Reports, bool IsInterrupted);
