using System.ComponentModel;
using System.Diagnostics;

namespace Specs.Report.Diff;

/// <summary>Runs git's plumbing.</summary>
internal static class Git
{
    /// <summary>Runs one command to its end.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">An argument each; no shell sees them.</param>
    public static GitResult Run(string folder, byte[] input, params IReadOnlyList<string> arguments)
    {
        using var process = Start(folder, arguments);
        var writing = WriteAsync(process, input);
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        writing.GetAwaiter().GetResult();
        return new(process.ExitCode, output.ToArray(), errors.GetAwaiter().GetResult().Trim());
    }

    private static async Task WriteAsync(Process process, byte[] input)
    {
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
    }

    private static Process Start(string folder, IReadOnlyList<string> arguments)
    {
        if (!Directory.Exists(folder))
        {
            throw SpecsException.Input($"There is no features folder {folder}; name it with --features.");
        }

        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw SpecsException.Input("git is needed to compare features with a commit; install it.", missing);
        }
    }
}

/// <summary>What git answered.</summary>
internal sealed record GitResult(int ExitCode, byte[] Output, string Error);
