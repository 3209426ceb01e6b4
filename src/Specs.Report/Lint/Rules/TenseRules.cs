using System.Text.RegularExpressions;
using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Rules;

/// <summary>What was, what happens and what is then are told apart by their sentences, also where one definition serves two of them.</summary>
internal static partial class TenseRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "one-purpose",
            "A sentence is a Given, a When or a Then, never two of them.",
            "Tell the world before in the past tense, the event in the present, and the outcome as a state.",
            OnePurpose),
        new(
            "when-in-present",
            "A When tells an event in the present tense.",
            "Say what happens, or make it a Given.",
            Present),
    ];

    private static IEnumerable<Spot> OnePurpose(LintSubject subject) =>
        from same in subject.Features
            .SelectMany(feature => feature.Steps, (feature, step) => (Feature: feature, Step: step))
            .GroupBy(one => one.Step.Node.Text, StringComparer.Ordinal)
        let first = same.First()
        from again in same
        where again.Step.Purpose != first.Step.Purpose
        select again.Feature.At(
            again.Step.Node.Location,
            $"'{same.Key}' is a {first.Step.Purpose} at {first.Feature.File}:{first.Step.Node.Location.Line}.");

    private static IEnumerable<Spot> Present(LintSubject subject) =>
        from feature in subject.Features
        from step in feature.Steps
        where step.Purpose == StepPurpose.When && Past().IsMatch(Quoted().Replace(step.Node.Text, ""))
        select feature.At(step.Node.Location, $"'{step.Node.Text}' tells what was.");

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:was|were|got|had)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Past();
}
