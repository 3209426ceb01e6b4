using System.Diagnostics;

namespace Specs.Report.Caught;

/// <summary>Runs a program in a folder; what it prints goes to a file.</summary>
internal static class Tool
{
    /// <summary>The exit code of success.</summary>
    public const int Passed = 0;

    /// <summary>What stands for the exit code of a program that was given up.</summary>
    public const int TimedOut = -1;

    /// <summary>Runs it to its end, or gives it up.</summary>
    /// <param name="words">The program and its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="log">Where its output goes.</param>
    /// <param name="limit">It is given up after so long; where a sign is named, where that does not grow for so long.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="sign">A file that it writes as it goes on: how slow the machine is does not matter then.</param>
    /// <returns>Its exit code, or <see cref="TimedOut"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> words, string folder, string log, TimeSpan limit, CancellationToken cancellation, string? sign = null)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw SpecsException.Input($"{words[0]} could not be started.");
        await using var output = File.Create(log);
        var copying = process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var end = process.WaitForExitAsync(cancellation);
        var known = SizeOf(sign);
        while (await Task.WhenAny(end, Task.Delay(limit, TimeProvider.System, cancellation)) != end)
        {
            cancellation.ThrowIfCancellationRequested();
            var size = SizeOf(sign);
            if (size == known)
            {
                process.Kill(entireProcessTree: true);
                return TimedOut;
            }

            known = size;
        }

        await end;
        await copying;
        await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(await complaints), cancellation);
        return process.ExitCode;
    }

    private static long SizeOf(string? file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
