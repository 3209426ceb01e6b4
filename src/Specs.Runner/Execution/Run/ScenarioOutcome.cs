using Xunit;

namespace Reqnroll.Execution;

/// <summary>What xUnit is told about a scenario that has ended.</summary>
internal static class ScenarioOutcome
{
    /// <summary>The error of the scenario, or null if it passed.</summary>
    public static Exception? Of(ScenarioParts parts) => parts.Context.ScenarioExecutionStatus switch
    {
        ScenarioExecutionStatus.OK => null,
        ScenarioExecutionStatus.StepDefinitionPending => Unfinished(parts, PendingText(parts)),
        ScenarioExecutionStatus.UndefinedStep => Unfinished(parts, UndefinedText(parts)),
        _ => parts.Context.TestError ?? new ReqnrollException("The scenario failed without saying why."),
    };

    /// <summary>Nothing of what went wrong is dropped.</summary>
    public static Exception? Combine(Exception? scenario, Exception? hook) => (scenario, hook) switch
    {
        (not null, not null) => new AggregateException(scenario, hook),
        _ => scenario ?? hook,
    };

    private static Exception Unfinished(ScenarioParts parts, string text) =>
        parts.Feature.Run.Settings.MissingOrPendingStepsOutcome switch
        {
            UnfinishedOutcome.Ignore => new SkipException(text),
            UnfinishedOutcome.Inconclusive => new UnfinishedScenarioException($"Test inconclusive: {text}"),
            UnfinishedOutcome.Error => new UnfinishedScenarioException(text),
            _ => new UnfinishedScenarioException($"Test pending: {text}"),
        };

    private static string PendingText(ScenarioParts parts) =>
        string.Join(Environment.NewLine, parts.Pending.Prepend(parts.Context.TestError?.Message ?? ""));

    private static string UndefinedText(ScenarioParts parts) => string.Join(
        Environment.NewLine,
        parts.Undefined.Select(step => $"  {step.Keyword}{step.Text} ({parts.Feature.Source.Uri}:{step.Line})")
            .Prepend("No matching step definition found for one or more steps.")
            .Concat(Snippets.For(parts.Undefined)));
}
