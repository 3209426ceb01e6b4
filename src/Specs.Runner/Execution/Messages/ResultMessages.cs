namespace Reqnroll.Execution;

/// <summary>Results and errors as Cucumber Messages.</summary>
internal static class ResultMessages
{
    public static object Of(StepResult result, TimeSpan duration, string? place = null) => new
    {
        duration = Times.Of(duration),
        message = result.Message,
        status = result.Status,
        exception = result.Error is { } error ? Of(error, place) : null,
    };

    /// <summary>The last frame is the place in the feature file, if there is one.</summary>
    public static object Of(Exception error, string? place = null) => new
    {
        type = error.GetType().FullName,
        message = error.Message,
        stackTrace = place is null ? error.ToString() : $"{error}{Environment.NewLine}   at {place}",
    };
}
