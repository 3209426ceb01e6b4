namespace Specs.Report.Lint.Rules;

/// <summary>Features and bindings fit, as the run saw them.</summary>
internal static class MatchRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "undefined-step",
            "Every step has a definition.",
            "Use words of the catalogue, or write the definition.",
            subject => subject.Matches?.Undefined ?? []),
        new(
            "ambiguous-step",
            "No step has several definitions.",
            "Make one of the expressions narrower, or remove it.",
            subject => subject.Matches?.Ambiguous ?? []),
        new(
            "unused-definition",
            "Every definition is used.",
            "Remove the definition.",
            subject => subject.Matches?.Unused(subject.Bindings) ?? []),
    ];
}
