using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Joining;

/// <summary>Decides what the attempts at an example amount to.</summary>
internal static class Judge
{
    public static Outcome Of(Example example, IReadOnlyList<Attempt> attempts, QuarantineEntry? quarantine)
    {
        // A lane that leaves an example out does not take back what another lane showed.
        var ended = attempts.Where(attempt => HasEnded(example, attempt)).ToList();
        var counted = ended.Where(attempt => attempt.Status != StepStatus.Skipped).ToList();
        var last = counted.Count > 0 ? counted[^1] : ended.Count > 0 ? ended[^1] : null;
        var result = last switch
        {
            null => Verdict.NotRun,
            _ when example.Steps.Count == 0 => Verdict.Undefined,
            _ => VerdictOf(last, counted),
        };
        return new()
        {
            Example = example,
            Result = result,
            Attempts = attempts,
            Last = last,
            Reason = ReasonOf(example, result, last, counted),
            Quarantine = quarantine,
        };
    }

    /// <summary>An attempt that says it passed and is silent about a step of it did not pass.</summary>
    private static bool HasEnded(Example example, Attempt attempt) => attempt.IsFinished
        && (attempt.Status != StepStatus.Passed || attempt.Steps.Count(step => !step.IsHook) == example.Steps.Count);

    private static Verdict VerdictOf(Attempt last, List<Attempt> counted) => last.Status switch
    {
        StepStatus.Passed => counted.Exists(attempt => attempt.Status != StepStatus.Passed)
            ? Verdict.Flaky
            : Verdict.Passed,
        StepStatus.Skipped => Verdict.Skipped,
        StepStatus.Pending => Verdict.Pending,
        StepStatus.Undefined => Verdict.Undefined,
        StepStatus.Ambiguous => Verdict.Ambiguous,
        _ => Verdict.Failed,
    };

    private static string ReasonOf(Example example, Verdict result, Attempt? last, List<Attempt> counted) =>
        result switch
    {
        Verdict.Passed => "",
        Verdict.NotRun when last is null => "never started, or was cut before its end",
        Verdict.Undefined when example.Steps.Count == 0 => "the scenario has no steps, so it shows nothing",
        Verdict.Undefined => $"no step definition fits: {last?.Decisive?.Text}",
        Verdict.Flaky => $"passed after: {Message(counted.Find(attempt => attempt.Status != StepStatus.Passed)!)}",
        _ => Message(last!),
    };

    private static string Message(Attempt attempt)
    {
        var said = attempt.Steps
            .FirstOrDefault(step => step.Status == attempt.Status && step.Message.Length > 0) ?? attempt.Decisive;
        return said switch
        {
            null => "nothing of it was executed",
            { Message.Length: > 0 } => Texts.FirstLine(said.Message),
            _ => $"{said.Status.ToString().ToLowerInvariant()} at: {said.Text}",
        };
    }
}
