namespace Reqnroll.Execution;

/// <summary>How a step or scenario hook ended, in the words of Cucumber Messages.</summary>
internal sealed record StepResult(string Status, string? Message, Exception? Error)
{
    public static StepResult Passed { get; } = new("PASSED", null, null);

    public static StepResult Skipped { get; } = new("SKIPPED", null, null);

    public static StepResult Undefined { get; } = new("UNDEFINED", null, null);

    public static StepResult Of(Exception error) => error switch
    {
        Xunit.SkipException => Because(error.Message) with { Error = error },
        PendingStepException => new("PENDING", error.Message, error),
        AmbiguousBindingException => new("AMBIGUOUS", error.Message, error),
        _ => new("FAILED", error.ToString(), error),
    };

    /// <summary>Skipped, and for this reason.</summary>
    public static StepResult Because(string reason) => Skipped with { Message = reason };
}
