using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Rules;

/// <summary>Scenarios compare state, not words.</summary>
internal static class StateRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "state-step",
            "Every scenario outside the features of output compares state: the index, the checkpoint, the queue.",
            "End with a step that compares state; which steps do is listed in lint.yml.",
            State),
    ];

    private static IEnumerable<Spot> State(LintSubject subject) =>
        from scenario in subject.Scenarios
        where !subject.Settings.IsAboutOutput(scenario.Feature.Path)
        where !scenario.Steps.Any(step => IsState(step, subject.Settings))
        select scenario.Spot($"'{scenario.Node.Name}' compares no state.");

    private static bool IsState(StepText step, LintSettings settings) =>
        step.Purpose == StepPurpose.Then && settings.IsState(step.Node.Text);
}
