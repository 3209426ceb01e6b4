using Gherkin;
using Gherkin.Ast;

namespace Specs.Runner.Generator.Reading;

/// <summary>What the grammar allows and a test class does not.</summary>
internal static class FeatureRules
{
    public static IReadOnlyList<Problem> Check(FeatureModel feature) =>
        Untitled(feature).Concat(Duplicates(feature)).Concat(Outlines(feature)).Concat(Rowless(feature)).ToArray();

    private static IEnumerable<Problem> Untitled(FeatureModel feature)
    {
        if (feature.Feature.Name.Length == 0)
        {
            yield return At(feature.Feature.Location, "The feature must have a title.");
        }

        foreach (var scenario in feature.Scenarios.Where(scenario => scenario.Scenario.Name.Length == 0))
        {
            yield return At(scenario.Scenario.Location, "The scenario must have a title.");
        }
    }

    private static IEnumerable<Problem> Duplicates(FeatureModel feature) => feature.Scenarios
        .GroupBy(scenario => scenario.MethodName)
        .SelectMany(same => same.Skip(1))
        .Select(scenario => At(
            scenario.Scenario.Location,
            $"The feature already has a scenario with the title '{scenario.Scenario.Name}', "
                + "or one that differs only in punctuation."));

    private static IEnumerable<Problem> Outlines(FeatureModel feature)
    {
        foreach (var scenario in feature.Scenarios.Where(scenario => scenario.IsOutline))
        {
            var headers = scenario.Scenario.Examples
                .Where(examples => examples.TableHeader is not null)
                .GroupBy(examples => string.Join("|", examples.TableHeader.Cells.Select(cell => cell.Value)));
            foreach (var other in headers.Skip(1))
            {
                yield return At(
                    other.First().Location,
                    $"All Examples of '{scenario.Scenario.Name}' must have the same columns in the same order.");
            }
        }
    }

    /// <summary>A test that would never run must not look like one that passes.</summary>
    private static IEnumerable<Problem> Rowless(FeatureModel feature)
    {
        var dialect = new GherkinDialectProvider("en").GetDialect(feature.Feature.Language, null);
        var keywords = dialect.ScenarioOutlineKeywords;
        return feature.Scenarios
            .Where(scenario => scenario.Pickles.Count == 0
                || (!scenario.IsOutline && keywords.Contains(scenario.Scenario.Keyword)))
            .Select(scenario => At(scenario.Scenario.Location, $"'{scenario.Scenario.Name}' has no example rows."));
    }

    private static Problem At(Location location, string message) => new(location.Line, location.Column, message);
}
