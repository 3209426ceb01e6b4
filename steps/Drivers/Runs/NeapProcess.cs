using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Drivers;

/// <summary>A running <c>neap</c> that can be killed.</summary>
public sealed class NeapProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly IReadOnlyList<string> _arguments;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task _reading;
    private readonly StringBuilder _errors = new();

    internal NeapProcess(
        Workspace workspace, string folder, IReadOnlyList<string> arguments, IReadOnlyList<string> wrapper, byte[] input)
    {
        _arguments = arguments;
        _process = Process.Start(Describe(workspace, folder, arguments, wrapper))!;
        _ = Task.Run(() => Send(input));
        _output = _process.StandardOutput.ReadToEndAsync();
        _reading = ReadErrorsAsync();
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

    /// <summary>Sends it a signal, as a terminal or a supervisor does.</summary>
    public void Signal(int number)
    {
        if (SendSignal(_process.Id, number) != 0)
        {
            throw new SpecException($"The process is gone and cannot be sent signal {number}: {Said}");
        }
    }

    /// <summary>Waits until its error output holds a text.</summary>
    public Task SaysAsync(string text) => ReachesAsync($"saying \"{text}\"", () => Said.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until something is so while it runs.</summary>
    public async Task ReachesAsync(string moment, Func<bool> isReached)
    {
        ArgumentNullException.ThrowIfNull(isReached);
        var interval = TimeSpan.FromMilliseconds(5);
        while (!isReached())
        {
            if (!IsRunning || Stopwatch.GetElapsedTime(_began) > Patience)
            {
                Kill();
                await _reading;
                if (isReached())
                {
                    return; // its last words came while nobody looked
                }

                throw new SpecException($"The process ended or went on without {moment}: {await EndAsync()}");
            }

            await Task.Delay(interval, TimeProvider.System);
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

        await _reading;
        return new CommandResult(_arguments, _process.ExitCode, await _output, Said) { Began = _began };
    }

    /// <summary>Kills it where it still runs.</summary>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Send(byte[] input)
    {
        try
        {
            _process.StandardInput.BaseStream.Write(input);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything; how it ended is what the scenario looks at.
        }
    }

    /// <summary>The folder that <c>SPECS_NEAP</c> names, such as that of the published product, compiled ahead; null for none.</summary>
    internal static string? Shipped => Environment.GetEnvironmentVariable("SPECS_NEAP") is { Length: > 0 } folder ? folder : null;

    /// <summary>The shipped product where it is named; else the one that was built next to the suite, in the same configuration.</summary>
    internal static string Assembly()
    {
        if (Shipped is { } folder)
        {
            return Path.Combine(folder, "neap.dll");
        }

        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Neap.Cli", own.Name, "neap.dll");
    }

    private string Said
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    private async Task ReadErrorsAsync()
    {
        var letters = new char[1024];
        for (int read; (read = await _process.StandardError.ReadAsync(letters)) > 0;)
        {
            lock (_errors)
            {
                _errors.Append(letters, 0, read);
            }
        }
    }

    private static ProcessStartInfo Describe(
        Workspace workspace, string folder, IReadOnlyList<string> arguments, IReadOnlyList<string> wrapper)
    {
        string[] words = [.. wrapper, Dotnet(), Assembly(), .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
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

    internal static string Dotnet() => Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet";

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
