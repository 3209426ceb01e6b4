using System.Diagnostics;
using Neap.Cli;

namespace Drivers;

/// <summary>Runs <c>neap</c>: in process by default, as a real process where the scenario needs one.</summary>
public sealed class NeapCommand(Workspace workspace, FixedDayClock clock, PauseClock pauses, StoreFaults faults)
{
    /// <summary>True where every command is to be a process of its own.</summary>
    public bool AsProcess { get; set; }

    /// <summary>True where a command is to believe that a person's terminal shows its messages.</summary>
    public bool IsTerminal { get; set; }

    /// <summary>What the next commands read from standard input.</summary>
    public byte[] Input { get; set; } = [];

    /// <summary>The programs below which every process is started, such as one that limits it; none by default.</summary>
    public IReadOnlyList<string> Wrapper { get; set; } = [];

    /// <summary>False where nobody reads what the processes say on their error output.</summary>
    public bool IsRead { get; set; } = true;

    /// <summary>Cancelled where the operator asks the next commands to stop.</summary>
    public CancellationToken Stop { get; set; }

    /// <summary>Runs a command in a folder to its end.</summary>
    public async Task<CommandResult> RunAsync(string folder, params IReadOnlyList<string> arguments)
    {
        if (!AsProcess)
        {
            var began = Stopwatch.GetTimestamp();
            return await RunInsideAsync(folder, arguments) with { Began = began };
        }

        using var process = Start(folder, arguments);
        return await process.EndAsync();
    }

    /// <summary>Runs a command in this process to its end, as the drivers do to look at the index.</summary>
    public async Task<CommandResult> RunInsideAsync(string folder, params IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var host = Host(folder) with { Out = output, Error = TextWriter.Synchronized(errors) };
        // A command waits on its own thread; one of the pool would be missed by whoever keeps time in this process.
        var code = await Task.Factory.StartNew(
            () => NeapApp.RunAsync(arguments, host), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        return new CommandResult(arguments, code, output.ToString(), errors.ToString());
    }

    /// <summary>What a command in a folder sees of the world; what it prints is lost.</summary>
    public CommandHost Host(string folder) => new()
    {
        Out = TextWriter.Null,
        In = new MemoryStream(Input),
        Error = TextWriter.Null,
        WorkingFolder = folder,
        Environment = new CaselessVariables(workspace.Variables),
        Clock = clock,
        Pauses = pauses,
        Stores = faults.Wrap,
        IsTerminal = IsTerminal,
        Interrupt = Stop,
    };

    /// <summary>Lets time pass for all later commands.</summary>
    public void Wait(TimeSpan time)
    {
        clock.Advance(time);
        pauses.Advance(time);
    }

    /// <summary>Starts a command as a process and does not wait for it.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="arguments">What follows <c>neap</c>.</param>
    public NeapProcess Start(string folder, IReadOnlyList<string> arguments) => Start(folder, arguments, Wrapper);

    /// <summary>Starts a command as a process below other programs.</summary>
    public NeapProcess Start(string folder, IReadOnlyList<string> arguments, IReadOnlyList<string> wrapper) =>
        new(workspace, folder, arguments, wrapper, Input);
}
