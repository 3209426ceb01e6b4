using System.Diagnostics;

namespace Drivers;

/// <summary>The commits of this project's own repository.</summary>
public static class OwnHistory
{
    /// <summary>Why older commits cannot be looked at here; null where the clone is whole.</summary>
    public static string? WhyNot()
    {
        var start = new ProcessStartInfo("git", ["rev-parse", "--is-shallow-repository"])
        {
            WorkingDirectory = RepositoryRoot.Find(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd().Trim();
        var complaint = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return answer switch
        {
            "false" => null,
            "true" => "this clone is shallow and lacks older commits; run git fetch --unshallow",
            _ => $"git finds no history around the suite: {complaint}",
        };
    }
}
