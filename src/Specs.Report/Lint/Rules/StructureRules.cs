using Gherkin.Ast;
using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Rules;

/// <summary>How scenarios and features are built.</summary>
internal static class StructureRules
{
    private const int MostSteps = 10;
    private const int ScenariosWithoutRule = 2;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "when-in-background",
            "A Background has no When: the event stands in the scenario.",
            "Say it as a Given in the past tense, or move it into the scenarios.",
            WhenInBackground),
        new(
            "one-when",
            "A scenario has exactly one When: one event.",
            "Make a second event a scenario of its own, or a Given in the past tense.",
            OneWhen),
        new(
            "step-order",
            "Given comes before When, and When before Then.",
            "Put the steps in this order; what follows from the outcome is another scenario.",
            Order),
        new(
            "ten-steps",
            $"A scenario has at most {MostSteps} steps of its own.",
            "Move what every scenario needs to the Background, or tell the story in two scenarios.",
            TenSteps),
        new(
            "description",
            "A feature says below its title why it matters.",
            "Write two to four lines below the title.",
            Description),
        new(
            "rule",
            $"A feature with more than {ScenariosWithoutRule} scenarios states its rules.",
            "Group the scenarios under Rule lines, each a sentence that holds.",
            Rule),
    ];

    private static IEnumerable<Spot> WhenInBackground(LintSubject subject) =>
        from feature in subject.Features
        from background in feature.Backgrounds
        from step in StepText.Of(background.Steps)
        where step.Purpose == StepPurpose.When
        select feature.At(step.Node.Location, $"'{step.Node.Text}' is an event in a Background.");

    private static IEnumerable<Spot> OneWhen(LintSubject subject) =>
        from scenario in subject.Scenarios
        let events = scenario.Steps.Count(step => step.Purpose == StepPurpose.When)
        where events != 1
        select scenario.Spot($"'{scenario.Node.Name}' has {(events == 0 ? "no" : $"{events}")} When.");

    private static IEnumerable<Spot> Order(LintSubject subject) =>
        from scenario in subject.Scenarios
        from pair in scenario.Steps.Zip(scenario.Steps.Skip(1))
        where pair.Second.Purpose < pair.First.Purpose
        select scenario.At(
            pair.Second.Node.Location, $"A {pair.Second.Purpose} stands behind a {pair.First.Purpose}.");

    private static IEnumerable<Spot> TenSteps(LintSubject subject) =>
        from scenario in subject.Scenarios
        where scenario.Steps.Count > MostSteps
        select scenario.Spot($"'{scenario.Node.Name}' has {scenario.Steps.Count} steps.");

    private static IEnumerable<Spot> Description(LintSubject subject) =>
        from feature in subject.Features
        where string.IsNullOrWhiteSpace(feature.Feature.Description)
        select feature.At(feature.Feature.Location, $"'{feature.Feature.Name}' has no description.");

    private static IEnumerable<Spot> Rule(LintSubject subject)
    {
        foreach (var feature in subject.Features.Where(one => one.Scenarios.Count > ScenariosWithoutRule))
        {
            if (!feature.Rules.Any())
            {
                yield return feature.At(
                    feature.Feature.Location,
                    $"'{feature.Feature.Name}' has {feature.Scenarios.Count} scenarios and no Rule.");
            }

            foreach (var empty in feature.Rules.Where(rule => !rule.Children.OfType<Scenario>().Any()))
            {
                yield return feature.At(empty.Location, $"The rule '{empty.Name}' has no scenario.");
            }
        }
    }
}
