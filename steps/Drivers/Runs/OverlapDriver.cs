using System.Globalization;

namespace Drivers;

/// <summary>Several processes on one index at the same time.</summary>
public sealed class OverlapDriver(
    SyncDriver sync, RepoDriver repos, NeapCommand neap, RunLog log, CrashDriver crash, NetworkDriver network, LedgerDriver ledger,
    Workspace workspace)
{
    /// <summary>Starts a sync that holds the current repository.</summary>
    /// <param name="how"><c>is running</c>, in the middle of a write, <c>waits for the embedding server</c>, or
    /// <c>waited for the embedding server and was killed</c>.</param>
    public async Task HoldAsync(string how)
    {
        ArgumentNullException.ThrowIfNull(how);
        await (how == "is running" ? crash.HoldAsync() : HoldWithoutWritingAsync());
        if (how.EndsWith("was killed", StringComparison.Ordinal))
        {
            await KillHolderAsync();
        }
    }

    /// <summary>Starts a sync that holds the current repository and waits for a server that never answers.</summary>
    private async Task HoldWithoutWritingAsync()
    {
        // The first request asks for the length of a vector, before anything is held.
        network.Spoil("embedding server", new NetworkFaults { IsBlackhole = true, AfterReplies = 1 });
        var process = neap.Start(repos.Current.Folder, sync.Settings.Arguments(repos.Current));
        crash.Keep(process);
        await process.ReachesAsync("a question", () => network.IsSilent("embedding server"));
    }

    /// <summary>Kills the sync that holds the repository.</summary>
    private async Task KillHolderAsync()
    {
        crash.Holder.Kill();
        await crash.Holder.EndAsync();
    }

    /// <summary>Syncs while somebody else does, who dies as soon as this sync says that it waits.</summary>
    public async Task SyncWhileHolderDiesAsync()
    {
        await sync.RememberAsync();
        using var process = neap.Start(repos.Current.Folder, sync.Settings.Arguments(repos.Current));
        await process.SaysAsync("Waiting for up to");
        await KillHolderAsync();
        sync.Take(new RunReport(log.Note(await process.EndAsync()), repos.Current));
    }

    /// <summary>Syncs the rows of a table REPOSITORY | COLLECTION at the same moment; every one has to complete.</summary>
    public async Task SyncTogetherAsync(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        await sync.RememberAsync();
        var started = table.Read("REPOSITORY", "COLLECTION").Select(row => (Repo: repos.Find(row["REPOSITORY"]), Row: row))
            .Select(one => (one.Repo, Process: Start(one.Repo, one.Row.Or("COLLECTION", "default")))).ToList();
        foreach (var (repo, process) in started)
        {
            sync.Take(new RunReport(log.Note(await process.EndAsync()), repo));
        }
    }

    /// <summary>Starts syncs of as many collections and kills each when a random part of its files is written.</summary>
    public async Task KillAtRandomAsync(int count)
    {
        await sync.RememberAsync();
        var syncs = Enumerable.Range(1, count).Select(number => StartAndKillAsync($"part-{number % 3}", number));
        await Task.WhenAll(syncs);
    }

    /// <summary>No run has lines of another; where <c>the ledger keeps the runs apart</c>, each run of the event did work.</summary>
    public void ShouldHaveKeptApart(string what)
    {
        ledger.ShouldKeepRunsApart();
        if (what == "the ledger keeps the runs apart")
        {
            ShouldHaveKeptRunsApart();
        }
    }

    /// <summary>Each run of the event has an id of its own, and the ledger knows each of its files under that id alone.</summary>
    private void ShouldHaveKeptRunsApart()
    {
        var runs = sync.Runs.Select(run => run.Main).ToList();
        runs.Select(run => run.Text("run_id")).Should().OnlyHaveUniqueItems("no two runs share an id");
        foreach (var run in runs)
        {
            var files = run.GetProperty("files").Number("added");
            var noted = IndexDatabase.Number(
                workspace.Store, $"SELECT count(*) FROM completed_lines WHERE run_id = '{run.Text("run_id")}'");
            files.Should().NotBe(0, "run {0} did work", run.Text("run_id"));
            noted.Should().Be(files, "the ledger has every file that run {0} added", run.Text("run_id"));
        }
    }

    /// <summary>The refusal names the process and the machine that hold the repository.</summary>
    public void ShouldNameHolder()
    {
        var who = string.Create(CultureInfo.InvariantCulture, $"process {crash.Holder.Id} on {Environment.MachineName} since ");
        (log.Last.Output + log.Last.Error).Should().Contain(who, "the refusal names who holds the repository: {0}", log.Last);
    }

    private NeapProcess Start(Repo repo, string collection)
    {
        var settings = sync.Settings.With(new TextTable(["SETTING", "VALUE"], [["collection", collection]]));
        var process = neap.Start(repo.Folder, settings.Arguments(repo));
        crash.Keep(process);
        return process;
    }

    private async Task StartAndKillAsync(string collection, int number)
    {
        var process = Start(repos.Current, collection);
        var when = Random.Shared.Next(0, 60) * number;
        while (process.IsRunning && (IndexDatabase.Number(workspace.Store, "SELECT count(*) FROM blob") ?? 0) < when)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        process.Kill();
        log.Note(await process.EndAsync() with { IsDocumented = true });
    }
}
