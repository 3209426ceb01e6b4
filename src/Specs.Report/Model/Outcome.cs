namespace Specs.Report.Model;

/// <summary>The columns of the ledger; every specified example stands in exactly one.</summary>
public enum Verdict
{
    /// <summary>Passed at the first try.</summary>
    Passed,

    /// <summary>Passed, but only after an attempt that did not.</summary>
    Flaky,

    /// <summary>Failed at the last try.</summary>
    Failed,

    /// <summary>A step has no definition, or the scenario has no step at all.</summary>
    Undefined,

    /// <summary>A step has several definitions.</summary>
    Ambiguous,

    /// <summary>A step is said to be unfinished.</summary>
    Pending,

    /// <summary>Left out by the suite itself; <see cref="Outcome.Reason"/> says why.</summary>
    Skipped,

    /// <summary>Never started, or started and not finished.</summary>
    NotRun,

    /// <summary>Stands in the quarantine file, whatever its result.</summary>
    Quarantined,
}

/// <summary>What became of one specified example.</summary>
public sealed record Outcome
{
    /// <summary>The example.</summary>
    public required Example Example { get; init; }

    /// <summary>What the run says; never <see cref="Verdict.Quarantined"/>.</summary>
    public required Verdict Result { get; init; }

    /// <summary>Where the ledger counts it: <see cref="Result"/>, unless it is in quarantine.</summary>
    public Verdict Column => Quarantine is null ? Result : Verdict.Quarantined;

    /// <summary>Every try, in the order in which they happened; empty where it never started.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }

    /// <summary>Why it did not pass, in one line; empty where it passed.</summary>
    public required string Reason { get; init; }

    /// <summary>Its entry in the quarantine file; null where it has none.</summary>
    public QuarantineEntry? Quarantine { get; init; }

    /// <summary>The attempt that decided; null where none came to its end.</summary>
    public required Attempt? Last { get; init; }

    /// <summary>The time of all attempts together.</summary>
    public TimeSpan Duration => Attempts.Aggregate(TimeSpan.Zero, (sum, attempt) => sum + attempt.Duration);
}
