using System.Diagnostics;
using System.Text;

namespace Benchmarks.Running;

/// <summary>Runs what is not measured.</summary>
internal static class Tool
{
    /// <summary>Runs git to its end; what it printed.</summary>
    public static byte[] Git(string repository, IReadOnlyList<string> arguments, Action<Stream>? write = null)
    {
        var (exitCode, output) = Run("git", ["-C", repository, .. arguments], write);
        return exitCode == 0
            ? output
            : throw new BenchmarkException($"git {string.Join(' ', arguments)} ended with {exitCode}.");
    }

    /// <summary>The first line that git prints.</summary>
    public static string GitLine(string repository, params IReadOnlyList<string> arguments) =>
        Encoding.UTF8.GetString(Git(repository, arguments)).Split('\n')[0];

    /// <summary>Runs a program to its end; its exit code and what it printed.</summary>
    public static (int ExitCode, byte[] Output) Run(
        string program, IReadOnlyList<string> arguments, Action<Stream>? write = null)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var writing = Task.Run(() =>
        {
            using var input = process.StandardInput.BaseStream;
            write?.Invoke(input);
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        writing.Wait();
        process.WaitForExit();
        return (process.ExitCode, output.ToArray());
    }
}
