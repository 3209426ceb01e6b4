namespace Drivers;

/// <summary>
/// Kills a real <c>neap</c> at an exact place. A trigger behind the product's back makes the chosen write never end;
/// then signal 9 ends the process in the middle of that transaction. Nothing in the product knows about it. The trigger
/// is put where the ledger is: into the index file, the local index beside a vector server, or the database.
/// </summary>
public sealed class CrashDriver(
    SyncDriver sync, RepoDriver repos, NeapCommand neap, StoreFaults store, StorePlace place, StopDriver stop,
    StalledWrite stalled) : IDisposable
{
    private const string Killed = "process killed";
    private const string While = "while it ";

    private readonly Queue<(string Moment, string Fault)> _armed = new();
    private readonly List<NeapProcess> _running = [];

    /// <summary>True while a fault waits for its moment.</summary>
    public bool IsArmed => _armed.Count > 0;

    /// <summary>Takes the rows of a table WHERE | AT | FAULT; each strikes one sync, in order.</summary>
    public void Arm(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        stalled.CountFromNow();
        foreach (var row in table.Read("WHERE", "AT", "FAULT"))
        {
            Arm(row["WHERE"], row["AT"], row["FAULT"]);
        }
    }

    private void Arm(string where, string at, string fault)
    {
        switch (where, fault)
        {
            case ("engine", Killed) when StalledWrite.Knows(at):
            case ("engine", ['S', 'I', 'G', ..]) when at.StartsWith(While, StringComparison.Ordinal):
                _armed.Enqueue((at, fault));
                break;
            case ("index store", _):
                store.Arm(at, fault);
                break;
            default:
                throw new SpecException($"Nobody can arm: {where}, {at}, {fault}.");
        }
    }

    /// <summary>Syncs all repositories; as the event, with the next armed fault, and else to its end.</summary>
    public Task SyncAsync(Tense tense, FailedCount failed) => tense == Tense.Past
        ? sync.HaveSyncedAsync(failed.Value)
        : failed.Value > 0 ? throw new SpecException("How an event ends is said by a later step.")
        : IsArmed ? SyncAndDieAsync()
        : sync.SyncAsync();

    /// <summary>Syncs with the next armed fault and sees the process end of it: killed, or stopped by signals.</summary>
    public Task SyncAndDieAsync()
    {
        var (moment, fault) = _armed.Dequeue();
        return fault != Killed ? stop.SignalAsync(fault, moment[While.Length..])
            : place.Database is { } database ? database.KillEngineAsync(moment)
            : DieAsync(moment);
    }

    private async Task DieAsync(string moment)
    {
        await sync.RememberAsync();
        var repo = repos.Current;
        using var process = await StartStalledAsync(repo, sync.Settings.Arguments(repo), moment);
        process.Kill();
        var result = sync.Note(await process.EndAsync() with { IsDocumented = true });
        stalled.LetGo();
        result.ExitCode.Should().Be(CommandResult.Killed, "the sync is killed and does not end by itself: {0}", result);
        sync.Take(new RunReport(result with { Output = """{"error":{"kind":"killed"}}""" }, repo));
    }

    /// <summary>Starts a run that holds the current repository until the scenario ends.</summary>
    public async Task HoldAsync()
    {
        var repo = repos.Current;
        string[] rebuild = ["index", "rebuild", repo.Folder];
        _running.Add(place.Database is { } database
            ? await database.HoldEngineAsync(rebuild)
            : await StartStalledAsync(repo, rebuild, "before file 1"));
    }

    /// <summary>The run that holds the current repository.</summary>
    public NeapProcess Holder => _running.Count > 0 ? _running[0] : throw new SpecException("No other sync is running.");

    /// <summary>Takes a process that holds something until the scenario ends.</summary>
    public void Keep(NeapProcess process) => _running.Add(process);

    /// <summary>Starts several syncs at once; each either does the work or says that somebody else does.</summary>
    public async Task RunTogetherAsync(int count)
    {
        await sync.RememberAsync();
        var repo = repos.Current;
        var arguments = sync.Settings.Arguments(repo);
        var processes = Enumerable.Range(0, count)
            .Select(_ => neap.Start(repo.Folder, arguments)).ToList();
        _running.AddRange(processes);
        var results = await Task.WhenAll(processes.Select(process => process.EndAsync()));
        foreach (var result in results)
        {
            sync.Take(new RunReport(sync.Note(result with { IsDocumented = true }), repo));
        }

        var said = string.Join<CommandResult>('\n', results);
        results.Select(result => result.ExitCode).Should()
            .BeSubsetOf([0, 5], "each sync does the work or says that somebody else does:\n{0}", said)
            .And.Contain(0, "one of the syncs does the work:\n{0}", said);
    }

    /// <summary>Every armed fault struck.</summary>
    public void ShouldHaveStruck()
    {
        store.ShouldHaveStruck();
        _armed.Select(fault => fault.Moment).Should().BeEmpty("every fault that is armed strikes");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _running.ForEach(process => process.Dispose());
        _running.Clear();
    }

    private async Task<NeapProcess> StartStalledAsync(Repo repo, IReadOnlyList<string> arguments, string moment)
    {
        await stalled.HoldAtAsync(moment);
        var process = neap.Start(repo.Folder, arguments);
        try
        {
            await stalled.HeldAsync(process);
            return process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }
}
