using System.Text.RegularExpressions;
using Gherkin.Ast;
using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Rules;

/// <summary>What features and scenarios are called, and which tags they carry.</summary>
internal static partial class NameRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "unique-name",
            "Every feature and every scenario has a name of its own in the whole suite.",
            "Say what is different about this one.",
            Unique),
        new(
            "telling-name",
            "A scenario's name tells the situation, never a number, the verdict or that it is a test.",
            "Name the situation: what is special about the world or the event.",
            Telling),
        new(
            "tag-registry",
            "Every tag is registered in TAGS.md.",
            "Add a row with its meaning to TAGS.md, or use a tag that is there.",
            Tags),
    ];

    private static IEnumerable<Spot> Unique(LintSubject subject) => Repeated(
            "feature", subject.Features.Select(feature => (feature, feature.Feature.Name, feature.Feature.Location)))
        .Concat(Repeated("scenario", subject.Scenarios.Select(
            scenario => (scenario.Feature, scenario.Node.Name, scenario.Node.Location))));

    private static IEnumerable<Spot> Repeated(
        string kind, IEnumerable<(FeatureText Feature, string Name, Location Location)> named) =>
        from same in named.GroupBy(one => one.Name.Trim(), StringComparer.OrdinalIgnoreCase)
        from again in same.Skip(1)
        let first = same.First()
        select again.Feature.At(
            again.Location,
            $"Another {kind} is called '{same.Key}' at {first.Feature.File}:{first.Location.Line}.");

    private static IEnumerable<Spot> Telling(LintSubject subject) =>
        from scenario in subject.Scenarios
        where Empty().IsMatch(scenario.Node.Name)
        select scenario.Spot($"'{scenario.Node.Name}' does not tell the situation.");

    private static IEnumerable<Spot> Tags(LintSubject subject) =>
        from feature in subject.Features
        from tag in feature.Feature.Tags
            .Concat(feature.Rules.SelectMany(rule => rule.Tags))
            .Concat(feature.Scenarios.SelectMany(scenario => scenario.Node.Tags))
            .Concat(feature.Scenarios.SelectMany(scenario => scenario.Node.Examples).SelectMany(block => block.Tags))
        where !subject.Tags.Tags.Contains(tag.Name)
        select feature.At(tag.Location, $"{tag.Name} is not registered in {subject.Tags.File}.");

    [GeneratedRegex(
        @"^(?:test|scenario|example|case)\b|^\W*\d+\W*$|\b(?:test|case|scenario)\s*\d+$"
            + @"|\b(?:happy path|sad path|works(?: correctly| as expected)?|successfully|result)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Empty();
}
