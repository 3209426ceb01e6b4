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
            protocolVersion = "32.0.0",
            implementation = new { name = "Specs.Runner", version = Version },
            runtime = new { name = "dotnet", version = Environment.Version.ToString() },
            os = new { name = RuntimeInformation.OSDescription },
            cpu = new { name = RuntimeInformation.ProcessArchitecture.ToString() },
        },
    };

    public static object Started() => new { testRunStarted = new { id = RunId, timestamp = Times.Now } };

    public static object Finished(bool success) => new
    {
        testRunFinished = new { testRunStartedId = RunId, success, timestamp = Times.Now },
    };

    private static string Version => typeof(RunMessages).Assembly.GetName().Version?.ToString() ?? "0";
}
