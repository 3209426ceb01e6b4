namespace Neap.Core;

/// <summary>The memory of runs: what they had to do, what is done, what failed. It outlives every process.</summary>
/// <remarks>
/// Each call that writes happens as a whole or not at all. The ledger is where the store can write it together with the
/// entries: in the index file, in the database itself, and for a vector server in the local index beside it.
/// </remarks>
public interface ILedger
{
    /// <summary>Notes a run that begins, gives the repository its name, and marks dead runs of the slot as interrupted.</summary>
    /// <remarks>The caller holds the slot's lock. Runs that ended more than 7 days ago are removed on the way.</remarks>
    /// <exception cref="NeapException">The name belongs to another repository.</exception>
    ValueTask BeginAsync(RunRecord run, string gitDirectory, CancellationToken cancellation);

    /// <summary>Notes what became of some lines of a run at work. A line that is noted twice counts once.</summary>
    ValueTask NoteAsync(LineOutcomes lines, CancellationToken cancellation);

    /// <summary>Closes a run with its status and end; a completed run also clears what it made obsolete.</summary>
    ValueTask EndAsync(RunRecord run, CancellationToken cancellation);

    /// <summary>Runs, the newest first. A run whose process is gone reads as interrupted.</summary>
    ValueTask<IReadOnlyList<RunRecord>> RunsAsync(RunQuery query, CancellationToken cancellation);

    /// <summary>The lines that a run has done, in the order of their numbers: where a resumed feed goes on.</summary>
    IAsyncEnumerable<CompletedLine> CompletedAsync(string runId, CancellationToken cancellation);

    /// <summary>The lines that failed and still do, the newest run first.</summary>
    ValueTask<IReadOnlyList<LedgerFailure>> FailuresAsync(FailureQuery query, CancellationToken cancellation);

    /// <summary>How long lines took: only those whose content had to be read count.</summary>
    ValueTask<LineTimes> TimesAsync(string runId, CancellationToken cancellation);

    /// <summary>Forgets failures without repairing them; returns how many.</summary>
    ValueTask<long> ForgetFailuresAsync(FailureQuery query, CancellationToken cancellation);

    /// <summary>Closes the interrupted and failed runs of a slot for good, with their lines; returns how many.</summary>
    ValueTask<long> AbandonAsync(Slot slot, CancellationToken cancellation);

    /// <summary>Removes runs that ended before a moment, but the newest of each slot and those whose failures stand.</summary>
    ValueTask<long> PruneAsync(DateTimeOffset before, CancellationToken cancellation);
}

/// <summary>Which runs are asked for.</summary>
public sealed record RunQuery
{
    /// <summary>At most this many; 10 by default.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Only this run; null for all.</summary>
    public string? RunId { get; init; }

    /// <summary>Only runs of this slot; null for all.</summary>
    public Slot? Slot { get; init; }

    /// <summary>Only runs that were cut short and can be gone on with.</summary>
    public bool Unfinished { get; init; }
}

/// <summary>Which failures are asked for.</summary>
public sealed record FailureQuery
{
    /// <summary>At most this many; all by default.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Only failures of this run; null for all.</summary>
    public string? RunId { get; init; }

    /// <summary>Only failures of this slot; null for all.</summary>
    public Slot? Slot { get; init; }
}

/// <summary>A failed line and the run it belongs to.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Slot">What the run was for.</param>
/// <param name="Line">The line.</param>
public sealed record LedgerFailure(string RunId, Slot Slot, FailedLine Line);

/// <summary>How long the lines of a run took.</summary>
/// <param name="Lines">Lines whose content had to be read.</param>
/// <param name="Average">Mean time of one.</param>
/// <param name="Shortest">The quickest.</param>
/// <param name="Longest">The slowest.</param>
public sealed record LineTimes(long Lines, TimeSpan Average, TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>No line had to be read.</summary>
    public static LineTimes None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
}
