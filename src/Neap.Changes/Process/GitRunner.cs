using System.Text;

namespace Neap.Changes;

/// <summary>Runs git in one repository.</summary>
/// <param name="options">How git is run.</param>
/// <param name="layout">The repository.</param>
/// <param name="environment">What is added to git's environment.</param>
internal sealed class GitRunner(
    GitOptions options, RepositoryLayout layout, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>How git is run.</summary>
    public GitOptions Options { get; } = options;

    /// <summary>The repository.</summary>
    public RepositoryLayout Layout { get; } = layout;

    /// <summary>The same repository with more in git's environment.</summary>
    public GitRunner With(IReadOnlyDictionary<string, string> additions) =>
        new(Options, Layout, environment.Concat(additions).ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>Starts git.</summary>
    public GitProcess Start(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        GitProcess.Start(new GitCommand(Options.Executable, Layout.StartFolder, environment, arguments), cancellation);

    /// <summary>Runs git to its end with nothing to read.</summary>
    public Task<GitAnswer> AskAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        AskAsync(arguments, default, cancellation);

    /// <summary>Runs git to its end with this to read.</summary>
    public async Task<GitAnswer> AskAsync(
        IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        using var git = Start(arguments, cancellation);
        var sending = input.IsEmpty ? Close(git.Input) : Task.Run(() => Send(git.Input, input), CancellationToken.None);
        using var output = new MemoryStream();
        git.Output.CopyTo(output);
        await sending;
        return new GitAnswer(git.End(cancellation), output.ToArray());
    }

    /// <summary>Throws where git refuses the repository as a whole; returns where the trouble was with one thing in it.</summary>
    /// <exception cref="NeapException">git refuses the repository (<see cref="FailureKind.GitUnavailable"/>).</exception>
    public async Task EnsureAcceptedAsync(CancellationToken cancellation)
    {
        string[] question = ["rev-parse", "--git-dir"];
        var plain = await AskAsync(question, cancellation);
        if (plain.End.Succeeded)
        {
            return;
        }

        var trusting = await AskAsync(["-c", "safe.directory=*", .. question], cancellation);
        if (trusting.End.Succeeded)
        {
            throw GitFailures.DubiousOwner(Layout.StartFolder, plain.End.Said);
        }

        var version = await AskAsync(["--version"], cancellation);
        throw GitFailures.Refused(Layout.StartFolder, plain.End.Said, version.Text);
    }

    private static Task Close(Stream input)
    {
        input.Close();
        return Task.CompletedTask;
    }

    private static void Send(Stream input, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            input.Write(bytes.Span);
            input.Close();
        }
        catch (IOException)
        {
            // Git has gone before it read everything; its exit code and complaint say why.
        }
    }
}

/// <summary>What a finished git printed.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Output">What it printed.</param>
internal sealed record GitAnswer(GitEnd End, byte[] Output)
{
    /// <summary>What it printed, as text without the last line break.</summary>
    public string Text => Encoding.UTF8.GetString(Output).TrimEnd('\n');
}
