using System.Diagnostics;

namespace Specs.Report.Caught;

/// <summary>Runs a program in a folder; what it prints goes to a file.</summary>
internal static class Tool
{
    /// <summary>The exit code of success.</summary>
    public const int Passed = 0;

    /// <summary>What stands for the exit code of a program that was given up.</summary>
    public const int TimedOut = -1;

    public static async Task<int> RunAsync(
        IReadOnlyList<string> words, string folder, string log, TimeSpan limit, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw SpecsException.Input($"{words[0]} could not be started.");
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        given.CancelAfter(limit);
        await using var output = File.Create(log);
        var copying = process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(given.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return TimedOut;
        }

        await copying;
        await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(await complaints), cancellation);
        return process.ExitCode;
    }
}
