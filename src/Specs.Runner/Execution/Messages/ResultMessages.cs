namespace Reqnroll.Execution;

/// <summary>Results and errors as Cucumber Messages.</summary>
internal static class ResultMessages
{
    public static object Of(StepResult result, TimeSpan duration) => new
    {
        duration = Times.Of(duration),
        message = result.Message,
        status = result.Status,
        exception = result is { Status: "FAILED", Error: { } error } ? Of(error) : null,
    };

    public static object Of(Exception error) =>
        new { type = error.GetType().FullName, message = error.Message, stackTrace = error.ToString() };
}
