using Specs.Report.Model;

namespace Specs.Report.Diff;

/// <summary>A scenario with the place where it stands.</summary>
internal sealed record PlacedScenario(string Path, string Rule, Scenario Scenario)
{
    public string Name => Scenario.Name;

    public IReadOnlyList<string> Tags =>
        [.. Scenario.Examples.SelectMany(example => example.Tags).Distinct(StringComparer.Ordinal)];

    public static List<PlacedScenario> AllOf(Suite suite) =>
    [
        .. suite.Features.SelectMany(feature =>
            feature.Scenarios.Select(scenario => new PlacedScenario(feature.Path, "", scenario))
                .Concat(feature.Rules.SelectMany(rule => rule.Scenarios
                    .Select(scenario => new PlacedScenario(feature.Path, rule.Name, scenario))))),
    ];

    /// <summary>How much of the own steps two scenarios share, 0–1.</summary>
    public double Likeness(PlacedScenario other)
    {
        var (mine, theirs) = (Texts(Scenario), Texts(other.Scenario));
        var most = Math.Max(mine.Count, theirs.Count);
        return most == 0 ? 0 : (double)mine.Intersect(theirs, StringComparer.Ordinal).Count() / most;
    }

    private static List<string> Texts(Scenario scenario) =>
        [.. scenario.Steps.Select(StepText.Of).Distinct(StringComparer.Ordinal)];
}
