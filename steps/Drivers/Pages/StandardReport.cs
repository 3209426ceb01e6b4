using System.Diagnostics;

namespace Drivers;

/// <summary>The report that every Cucumber has, made of the same messages.</summary>
internal static class StandardReport
{
    /// <summary>Makes it and returns where it is.</summary>
    public static string Make(string messages, string target)
    {
        var script = Path.Combine(RepositoryRoot.Find(), "steps", "standard-report.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script, messages, target]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? target : throw new SpecException($"The standard report could not be made: {errors}");
    }
}
