namespace Specs.Report.Model;

/// <summary>All that is known: the documentation and what stands beside it. Null where a file was not given.</summary>
/// <param name="Documentation">The suite joined with the run.</param>
/// <param name="History">The runs before; null without a history file.</param>
/// <param name="Metrics">The figures of this run.</param>
/// <param name="Caught">The last result of planting faults.</param>
/// <param name="Difference">What changed in the features.</param>
public sealed record Findings(
    Documentation Documentation,
    History? History,
    IReadOnlyList<Metric> Metrics,
    CaughtFaults? Caught,
    SpecDifference? Difference)
{
    /// <summary>The last result of changes made by rule; null without its file.</summary>
    public MutantTrials? Mutants { get; init; }

    /// <summary>What a linter found; null without its file.</summary>
    public IReadOnlyList<LintFinding>? Lint { get; init; }

    /// <summary>Which lines of the product were passed through, by part; null without a file of it.</summary>
    public IReadOnlyList<LineCoverage>? Coverage { get; init; }

    /// <summary>The day by which terms end, UTC.</summary>
    public required DateOnly Today { get; init; }
}
