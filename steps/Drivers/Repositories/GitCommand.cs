using System.Diagnostics;
using System.Text;

namespace Drivers;

/// <summary>The <c>git</c> command, for the situations that libgit2 cannot make.</summary>
public sealed class GitCommand(Workspace workspace)
{
    private const int PatienceMilliseconds = 60_000;

    /// <summary>Runs git in a folder and returns what it printed; a failure is an error of the scenario.</summary>
    public string Run(string folder, params string[] arguments) =>
        Encoding.UTF8.GetString(Run(folder, new GitInput(), arguments)).TrimEnd('\n');

    /// <summary>Runs git in a folder with bytes on standard input and extra variables.</summary>
    public byte[] Run(string folder, GitInput input, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var process = Process.Start(Start(folder, input, arguments))!;
        var errors = process.StandardError.ReadToEndAsync();
        var feeding = FeedAsync(process, input.Bytes);
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        if (!process.WaitForExit(PatienceMilliseconds))
        {
            process.Kill(entireProcessTree: true);
        }

        feeding.GetAwaiter().GetResult();
        return process.ExitCode == 0 || input.MayFail
            ? output.ToArray()
            : throw new SpecException(
                $"git {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> bytes)
    {
        await process.StandardInput.BaseStream.WriteAsync(bytes);
        process.StandardInput.Close();
    }

    private ProcessStartInfo Start(string folder, GitInput input, string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in workspace.Variables.Concat(input.Variables))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}

/// <summary>What a git command is given besides its arguments.</summary>
public sealed record GitInput
{
    /// <summary>Standard input.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Extra environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>True where an exit code other than 0 is a normal outcome, such as a merge that conflicts.</summary>
    public bool MayFail { get; init; }
}
