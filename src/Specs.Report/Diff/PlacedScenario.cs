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

    /// <summary>
    /// How much of the own steps two scenarios share, 0–1; of a scenario and an outline, the row that shares most counts.
    /// </summary>
    public double Likeness(PlacedScenario other) => Scenario.IsOutline == other.Scenario.IsOutline
        ? Share(Scenario.Steps, other.Scenario.Steps)
        : Scenario.Examples.SelectMany(_ => other.Scenario.Examples, (mine, theirs) => Share(Own(mine), Own(theirs)))
            .DefaultIfEmpty().Max();

    private static IEnumerable<Step> Own(Example example) => example.Steps.Skip(example.BackgroundSteps);

    private static double Share(IEnumerable<Step> some, IEnumerable<Step> others)
    {
        var (mine, theirs) = (Texts(some), Texts(others));
        var most = Math.Max(mine.Count, theirs.Count);
        return most == 0 ? 0 : (double)mine.Intersect(theirs, StringComparer.Ordinal).Count() / most;
    }

    private static List<string> Texts(IEnumerable<Step> steps) =>
        [.. steps.Select(StepText.Of).Distinct(StringComparer.Ordinal)];
}
