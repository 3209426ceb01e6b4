using System.Diagnostics;

namespace Drivers;

/// <summary>A running <c>neap</c> that can be killed.</summary>
public sealed class NeapProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly IReadOnlyList<string> _arguments;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    internal NeapProcess(Workspace workspace, string folder, IReadOnlyList<string> arguments)
    {
        _arguments = arguments;
        _process = Process.Start(Describe(workspace, folder, arguments))!;
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>True until it ended.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Ends it at once with signal 9, as a crash would.</summary>
    public void Kill()
    {
        if (IsRunning)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Waits for its end.</summary>
    public async Task<CommandResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        return new CommandResult(_arguments, _process.ExitCode, await _output, await _errors) { Began = _began };
    }

    /// <summary>Kills it where it still runs.</summary>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static ProcessStartInfo Describe(Workspace workspace, string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Dotnet(), [Assembly(), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in workspace.Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string Dotnet() => Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet";

    /// <summary>The product as it was built next to the suite, in the same configuration.</summary>
    private static string Assembly()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Neap.Cli", own.Name, "neap.dll");
    }
}
