using Neap.Cli;

namespace Drivers;

/// <summary>Runs <c>neap</c>: in process by default, as a real process where the scenario needs one.</summary>
public sealed class NeapCommand(Workspace workspace, ManualClock clock)
{
    /// <summary>True where every command is to be a process of its own.</summary>
    public bool AsProcess { get; set; }

    /// <summary>Runs a command in a folder to its end.</summary>
    public async Task<CommandResult> RunAsync(string folder, params IReadOnlyList<string> arguments)
    {
        if (AsProcess)
        {
            using var process = Start(folder, arguments, NeapProcess.Undisturbed);
            return await process.EndAsync();
        }

        using var output = new StringWriter();
        using var errors = new StringWriter();
        var host = new CommandHost
        {
            Out = output,
            Error = TextWriter.Synchronized(errors),
            In = TextReader.Null,
            WorkingFolder = folder,
            Environment = new Dictionary<string, string>(workspace.Variables, StringComparer.OrdinalIgnoreCase),
            Clock = clock,
        };
        var code = await NeapApp.RunAsync(arguments, host);
        return new CommandResult(arguments, code, output.ToString(), errors.ToString());
    }

    /// <summary>Starts a command as a process and does not wait for it.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="arguments">What follows <c>neap</c>.</param>
    /// <param name="disturbance">A fault that strace injects, such as <c>pwrite64:signal=SIGKILL:when=3</c>; empty for none.</param>
    public NeapProcess Start(string folder, IReadOnlyList<string> arguments, string disturbance) =>
        new(workspace, folder, arguments, disturbance);
}
