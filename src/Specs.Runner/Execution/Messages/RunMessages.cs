using System.Runtime.InteropServices;

namespace Reqnroll.Execution;

/// <summary>What is said about the run as a whole.</summary>
internal static class RunMessages
{
    private const string RunId = "run";

    public static string Id => RunId;

    public static object Meta() => new
    {
        meta = new
        {
            protocolVersion = "34.2.1",
            implementation = new { name = "Specs.Runner", version = Version },
            runtime = new { name = "dotnet", version = Environment.Version.ToString() },
            os = new { name = RuntimeInformation.OSDescription },
            cpu = new { name = RuntimeInformation.ProcessArchitecture.ToString() },
        },
    };

    public static object Started() => new { testRunStarted = new { id = RunId, timestamp = Times.Now } };

    public static object HookStarted(string id, Hook hook) => new
    {
        testRunHookStarted = new { id, testRunStartedId = RunId, hookId = hook.Id, timestamp = Times.Now },
    };

    public static object HookFinished(string startedId, StepResult result, TimeSpan duration) => new
    {
        testRunHookFinished = new
        {
            testRunHookStartedId = startedId,
            result = ResultMessages.Of(result, duration),
            timestamp = Times.Now,
        },
    };

    /// <summary>An error that belongs to no scenario and to no hook of the run ends up here.</summary>
    public static object Finished(bool success, (string Message, Exception Error)? reason) => new
    {
        testRunFinished = new
        {
            testRunStartedId = RunId,
            success,
            timestamp = Times.Now,
            message = reason?.Message,
            exception = reason is { } given ? ResultMessages.Of(given.Error) : null,
        },
    };

    private static string Version => typeof(RunMessages).Assembly.GetName().Version?.ToString() ?? "0";
}
