using System.Text.Json;

namespace Drivers;

/// <summary>Pipes feeds into the sync: from a text, or from another <c>neap</c> through a real pipe.</summary>
public sealed class FeedDriver(
    SyncDriver sync, CrashDriver crash, RepoDriver repos, NeapCommand neap, RunLog log, FeedText text, PipedCommand pipe,
    StagedLines staged)
{
    private readonly List<string> _shapes = [];

    /// <summary>Says how the input comes: windows line ends, a byte order mark, no last line end, its end cut off.</summary>
    public void Shape(string shape) => _shapes.Add(shape);

    /// <summary>
    /// Pipes these lines into the sync of all repositories of the scenario; the newest one is meant by default. As part of
    /// the world before it has to complete, apart from lines that fail, or end as armed.
    /// </summary>
    public async Task PipeAsync(Tense tense, FailedCount failedLines, string lines)
    {
        var isArmed = crash.IsArmed;
        await PipeAsync(lines);
        if (tense == Tense.Past && isArmed && sync.Last.Command.ExitCode is CommandResult.Killed or CommandResult.Interrupted)
        {
            sync.Last.Command.IsDocumented = true;
            return;
        }

        sync.Document(tense, failedLines);
    }

    private async Task PipeAsync(string lines)
    {
        neap.Input = _shapes.Aggregate(text.Read(lines), Shaped);
        sync.Settings.Feeds = [.. repos.All.Where(repo => repo != repos.Current).Select(repo => repo.Folder)];
        try
        {
            await (crash.IsArmed ? crash.SyncAndDieAsync() : sync.SyncCurrentAsync());
        }
        finally
        {
            (neap.Input, sync.Settings.Feeds) = ([], null);
        }

        await LookAtStagedAsync();
    }

    /// <summary>Two processes joined by a pipe of the system: one prints the changes of a range, the other takes them in.</summary>
    public Task PipePrintedAsync(string from, string to, Tense tense)
    {
        var repo = repos.Current;
        var range = from == "the beginning" ? repo.Find(to) : $"{repo.Find(from)}..{repo.Find(to)}";
        return PipePrintedAsync(repo, range, tense);
    }

    /// <summary>Prints everything that a repository holds, and pipes it into the sync of the newest one.</summary>
    public Task PipePrintedAsync(string repository, Tense tense) => PipePrintedAsync(repos.Find(repository), "HEAD", tense);

    private async Task PipePrintedAsync(Repo printed, string range, Tense tense)
    {
        var repo = repos.Current;
        await sync.RememberAsync();
        repos.Remember();
        var result = await pipe.RunAsync(
            printed.Folder, ["repo", "changes", range], [.. sync.Settings.Arguments(repo), "--stdin"]);
        repos.RememberAfter();
        sync.Take(new RunReport(log.Note(result), repo));
        await LookAtStagedAsync();
        sync.Document(tense);
    }

    /// <summary>Every feed that became visible leaves nothing aside, whatever the scenario is about.</summary>
    private Task LookAtStagedAsync() => sync.Last.Parts.Any(part => part.ValueKind == JsonValueKind.Object && part.Text("status") == "completed")
        ? staged.ShouldBeWantedAsync()
        : Task.CompletedTask;

    private static byte[] Shaped(byte[] bytes, string shape) => shape switch
    {
        "windows line ends" => [.. bytes.SelectMany(value => value == '\n' ? "\r\n"u8.ToArray() : [value])],
        "a byte order mark" => [0xEF, 0xBB, 0xBF, .. bytes],
        "no last line end" => bytes[..^1],
        "its last bytes cut off" => bytes[..^8],
        _ => throw new SpecException($"Nobody can shape a feed so: {shape}."),
    };
}
