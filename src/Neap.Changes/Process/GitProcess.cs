using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Neap.Changes;

/// <summary>One running git. Its complaints are read all the time, so that it never waits for us to hear them.</summary>
/// <remarks>
/// It is killed when the cancellation fires or when it is disposed; the runtime reaps it. Whoever reads it waits on its own
/// thread: a command has nothing else to do meanwhile, and code that is never suspended need not be compiled at run time.
/// </remarks>
internal sealed class GitProcess : IDisposable
{
    private const int KeptComplaintBytes = 4_000;
    private readonly Process _process;
    private readonly Task<string> _complaint;
    private readonly CancellationTokenRegistration _onCancel;

    private GitProcess(Process process, CancellationToken cancellation)
    {
        _process = process;
        Output = PlainPipe.Of(process.StandardOutput.BaseStream, FileAccess.Read);
        Input = PlainPipe.Of(process.StandardInput.BaseStream, FileAccess.Write);
        var complaint = PlainPipe.Of(process.StandardError.BaseStream, FileAccess.Read);
        _complaint = Task.Factory.StartNew(
            () => Drain(complaint), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _onCancel = cancellation.Register(Kill);
    }

    /// <summary>What git prints.</summary>
    public Stream Output { get; }

    /// <summary>What git reads; close it to say that there is no more.</summary>
    public Stream Input { get; }

    /// <summary>Starts git.</summary>
    /// <exception cref="NeapException">There is no such program.</exception>
    public static GitProcess Start(GitCommand command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(command.Executable)
        {
            WorkingDirectory = command.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        GitEnvironment.Apply(start, command.Environment);
        try
        {
            return new GitProcess(Process.Start(start)!, cancellation);
        }
        catch (Win32Exception inner)
        {
            throw Directory.Exists(command.Folder)
                ? GitFailures.NoGit(command.Executable, inner)
                : GitFailures.NoSuchFolder(command.Folder);
        }
    }

    /// <summary>Waits for the end, which the cancellation brings about; the exit code and what git said on the way, in one line.</summary>
    public GitEnd End(CancellationToken cancellation)
    {
        _process.WaitForExit();
        var said = _complaint.GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        return new GitEnd(_process.ExitCode, said);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _onCancel.Dispose();
        Kill();
        Output.Dispose();
        Input.Dispose();
        _process.Dispose();
    }

    private static string Drain(Stream pipe)
    {
        using var complaint = pipe;
        var kept = new byte[KeptComplaintBytes];
        var length = complaint.ReadAtLeast(kept, kept.Length, throwOnEndOfStream: false);
        complaint.CopyTo(Stream.Null);
        return string.Join(' ', Encoding.UTF8.GetString(kept, 0, length).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself, which is what was wanted.
        }
    }
}

/// <summary>How git ended.</summary>
/// <param name="ExitCode">0 where it did what was asked.</param>
/// <param name="Said">Its complaints in one line.</param>
internal sealed record GitEnd(int ExitCode, string Said)
{
    /// <summary>Git's own exit code for "I refuse to go on".</summary>
    public const int Fatal = 128;

    /// <summary>True where it did what was asked.</summary>
    public bool Succeeded => ExitCode == 0;
}

/// <summary>A git command, ready to start.</summary>
/// <param name="Executable">The program.</param>
/// <param name="Folder">Where it runs.</param>
/// <param name="Environment">What is added to its environment.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record GitCommand(
    string Executable,
    string Folder,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<string> Arguments);
