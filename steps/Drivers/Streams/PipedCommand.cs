using System.Diagnostics;

namespace Drivers;

/// <summary>Runs two <c>neap</c> processes with a pipe of the system between them.</summary>
public sealed class PipedCommand(Workspace workspace)
{
    private const string Script =
        """
        dotnet=$1 neap=$2 first=$3; shift 3
        writer=
        while [ "$first" -gt 0 ]; do writer="$writer '$1'"; shift; first=$((first - 1)); done
        eval "'$dotnet' '$neap' $writer" | "$dotnet" "$neap" "$@"
        """;

    /// <summary>Runs both to their ends; the outcome is that of the second.</summary>
    public async Task<CommandResult> RunAsync(
        string folder, IReadOnlyList<string> writer, IReadOnlyList<string> reader)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", Script, "sh", NeapProcess.Dotnet(), NeapProcess.Assembly(), $"{writer.Count}", .. writer, .. reader])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in workspace.Variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(reader, process.ExitCode, await output, await errors);
    }
}
