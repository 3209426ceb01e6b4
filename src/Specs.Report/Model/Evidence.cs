namespace Specs.Report.Model;

/// <summary>A figure that a run measured.</summary>
/// <param name="Name">Such as <c>first_sync_10k_ms</c>.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">Such as <c>ms</c>; empty where nobody says.</param>
/// <param name="Anchor">The example that measured it; empty for a figure from a file.</param>
public sealed record Metric(string Name, double Value, string Unit, string Anchor);

/// <summary>A fault that was planted in the product to see whether the suite turns red.</summary>
/// <param name="Name">What was planted.</param>
/// <param name="Breaks">The promise that it breaks.</param>
/// <param name="IsCaught">True where at least one example turned red, or the run broke.</param>
/// <param name="By">The anchors of some who turned red.</param>
public sealed record PlantedFault(string Name, string Breaks, bool IsCaught, IReadOnlyList<string> By);

/// <summary>The last result of planting faults.</summary>
/// <param name="Day">When.</param>
/// <param name="Commit">On which commit; empty where nobody says.</param>
/// <param name="Faults">All that were planted.</param>
public sealed record CaughtFaults(DateOnly? Day, string Commit, IReadOnlyList<PlantedFault> Faults);

/// <summary>A small change of the product's source, made by rule to see whether the suite turns red.</summary>
/// <param name="Part">The part of the product that it belongs to.</param>
/// <param name="Change">Where, and what became what.</param>
/// <param name="IsKilled">True where at least one example turned red, or the run broke.</param>
/// <param name="By">The anchors of some who turned red.</param>
/// <param name="Equivalent">Why nobody could notice it; null where somebody could.</param>
public sealed record TriedMutant(string Part, string Change, bool IsKilled, IReadOnlyList<string> By, string? Equivalent)
{
    /// <summary>True where somebody could notice it, and nobody did.</summary>
    public bool IsMissed => !IsKilled && Equivalent is null;
}

/// <summary>The last result of changes made by rule.</summary>
/// <param name="Day">When.</param>
/// <param name="Commit">On which commit; empty where nobody says.</param>
/// <param name="Possible">The number of mutants that the sample was drawn from, by part of the product.</param>
/// <param name="Mutants">All that compiled and were tried.</param>
public sealed record MutantTrials(
    DateOnly? Day, string Commit, IReadOnlyDictionary<string, int> Possible, IReadOnlyList<TriedMutant> Mutants);

/// <summary>Something that a linter found.</summary>
/// <param name="Rule">The linter's name for it.</param>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Message">In words.</param>
/// <param name="Place">File and line; empty where nobody says.</param>
public sealed record LintFinding(string Rule, string Level, string Message, string Place);

/// <summary>Something that was not proven because this machine lacks it, and the examples that wait for it.</summary>
/// <param name="Reason">What is missing and how to provide it, in the words of the skip.</param>
/// <param name="Outcomes">Who waits.</param>
public sealed record MissingCapability(string Reason, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>What was not proven, by reason, the most frequent first.</summary>
    public static IReadOnlyList<MissingCapability> Of(IEnumerable<Outcome> outcomes) =>
    [
        .. outcomes.Where(outcome => outcome.Result == Verdict.Skipped)
            .GroupBy(outcome => outcome.Reason, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .Select(same => new MissingCapability(same.Key, [.. same])),
    ];
}
