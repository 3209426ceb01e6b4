using System.Globalization;

namespace Drivers;

/// <summary>
/// Breaks connections and processes at an exact statement of a sync. A trigger behind the product's back ends the
/// connection there, or holds it there until the process is killed; nothing in the product knows about it.
/// </summary>
public sealed class PostgresFaults(
    PostgresStore database, PostgresNetwork network, SyncDriver sync, RepoDriver repos, NeapCommand neap, RunLog log, Workspace workspace)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The moment at which the graph of nearest neighbours is about to be built.</summary>
    public const string Graph = "in the graph of neighbours";
    private const string GivingUp = "before a collection is given up";
    private bool _isArmed;

    /// <summary>From now on the server ends the connection at a moment of the next sync, once.</summary>
    private async Task CutAsync(string moment)
    {
        switch (moment)
        {
            case "before a batch is confirmed":
                network.LoseCommitOf("COPY neap.chunk");
                break;
            case "before the flip is confirmed":
                network.LoseCommitOf("INSERT INTO neap.revision");
                break;
            case "before the flip is confirmed, and the next 9 of them":
                network.LoseCommitOf("INSERT INTO neap.revision", thenDrop: 9);
                break;
            case "before lines are confirmed":
                network.LoseCommitOf("INSERT INTO neap.staged_line");
                break;
            default:
                _isArmed = true;
                await ArmAsync(moment, "PERFORM pg_terminate_backend(pg_backend_pid())");
                break;
        }
    }

    /// <summary>The server takes its time over the fourth file, once.</summary>
    /// <param name="seconds">How long, in SQL.</param>
    public Task SleepAsync(string seconds)
    {
        _isArmed = true;
        return ArmAsync("after file 3", $"PERFORM pg_sleep({seconds})");
    }

    /// <summary>Kills the <c>engine</c> or the <c>database server</c> at a moment, or has the <c>connection</c> cut there.</summary>
    public Task StrikeAsync(string what, string moment) => what switch
    {
        "engine" => KillEngineAsync(moment),
        "connection" => CutAsync(moment),
        _ => KillServerAsync(moment),
    };

    /// <summary>Syncs with a real process and kills it with signal 9 at a moment.</summary>
    public async Task KillEngineAsync(string moment)
    {
        await sync.RememberAsync();
        await HoldAtAsync(moment);
        var repo = repos.Current;
        using var process = neap.Start(repo.Folder, sync.Settings.Arguments(repo));
        await HeldAsync(process);
        process.Kill();
        var result = log.Note(await process.EndAsync() with { IsDocumented = true });
        await LetGoAsync();
        sync.Take(new RunReport(result with { Output = """{"error":{"kind":"killed"}}""" }, repo));
    }

    /// <summary>The next sync comes to a moment and stands there until somebody ends it.</summary>
    public Task HoldAtAsync(string moment) => ArmAsync(moment, "PERFORM pg_sleep(600)");

    /// <summary>Nobody stands at the moment any more, as its process has ended, and none will.</summary>
    public async Task LetGoAsync()
    {
        await UntilAsync("no connection of the ended process is left", Sleeping.Replace("> 0", "= 0", StringComparison.Ordinal));
        await DisarmAsync();
    }

    /// <summary>Starts a command that stands in the middle of its first file until somebody ends it.</summary>
    public async Task<NeapProcess> HoldEngineAsync(IReadOnlyList<string> arguments)
    {
        await HoldAtAsync("after file 0");
        var process = neap.Start(repos.Current.Folder, arguments);
        await HeldAsync(process);
        return process;
    }

    /// <summary>Syncs with a real process, kills the server with signal 9 at a moment, and starts it again.</summary>
    private async Task KillServerAsync(string moment)
    {
        await sync.RememberAsync();
        await HoldAtAsync(moment);
        var repo = repos.Current;
        using var process = neap.Start(repo.Folder, sync.Settings.Arguments(repo));
        await HeldAsync(process);
        await database.Server.KillAsync();
        var result = log.Note(await process.EndAsync() with { IsDocumented = true });
        await database.Server.RestartAsync();
        await DisarmAsync();
        sync.Take(new RunReport(result, repo));
    }

    /// <summary>What was armed struck.</summary>
    public async Task ShouldHaveStruckAsync()
    {
        network.ShouldHaveStruck();
        if (_isArmed && !await database.ValueAsync<bool>("SELECT is_called FROM spec_struck"))
        {
            throw new SpecException("The connection was to be cut, and never was.");
        }
    }

    private const string Sleeping =
        "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";

    private async Task ArmAsync(string moment, string blow)
    {
        await PrepareAsync();
        if (moment == Graph)
        {
            await database.ExecuteAsync($"""
                CREATE SEQUENCE spec_rows; CREATE SEQUENCE spec_struck;
                CREATE FUNCTION spec_strike() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $body$ BEGIN
                  IF current_query() LIKE '%hnsw%' AND nextval('spec_rows') = 1 THEN PERFORM nextval('spec_struck'); {blow}; END IF;
                END $body$;
                CREATE EVENT TRIGGER spec_strike ON ddl_command_start WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION spec_strike();
                """);
            return;
        }

        var (table, rows) = moment switch
        {
            "before the flip" or "before the run closes" => ("neap.revision", 0),
            "after service 1" => ("neap.revision", 1),
            GivingUp => ("neap.revision", 0),
            "in the middle of the flip" => ("neap.file", 0),
            _ when moment.StartsWith("after file ", StringComparison.Ordinal) =>
                ("neap.blob", int.Parse(moment["after file ".Length..], CultureInfo.InvariantCulture)),
            _ => throw new SpecException($"There is no moment \"{moment}\"."),
        };
        await database.ExecuteAsync($"""
            CREATE SEQUENCE spec_rows; CREATE SEQUENCE spec_struck;
            CREATE FUNCTION spec_strike() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $body$ BEGIN
              IF nextval('spec_rows') = {rows + 1} THEN PERFORM nextval('spec_struck'); {blow}; END IF; RETURN NEW;
            END $body$;
            CREATE TRIGGER spec_strike AFTER {(moment == GivingUp ? "DELETE" : "INSERT OR UPDATE")} ON {table} FOR EACH ROW EXECUTE FUNCTION spec_strike();
            """);
    }

    private Task<int> DisarmAsync() => database.ExecuteAsync("DROP FUNCTION spec_strike CASCADE; DROP SEQUENCE spec_rows, spec_struck");

    /// <summary>The tables have to exist before they can have a trigger; an empty repository makes them.</summary>
    private async Task PrepareAsync()
    {
        if (await database.ValueAsync<bool>("SELECT to_regclass('neap.file') IS NOT NULL"))
        {
            return;
        }

        var empty = workspace.Folder("nothing");
        repos.Current.Git("init", "--quiet", empty);
        await neap.RunInsideAsync(empty, "index", "sync", empty);
        await database.ExecuteAsync("DELETE FROM neap.revision; DELETE FROM neap.repository; DELETE FROM neap.sync_runs");
    }

    /// <summary>Waits until a process stands at the moment.</summary>
    public async Task HeldAsync(NeapProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        try
        {
            await UntilAsync("the sync stands at the moment", Sleeping, () => process.IsRunning);
        }
        catch (SpecException late)
        {
            process.Kill();
            throw new SpecException($"{late.Message} {await process.EndAsync()}");
        }
    }

    private async Task UntilAsync(string what, string question, Func<bool>? isHopeful = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var connection = await database.OpenAsync(); // one for all questions: to connect takes long on a busy machine
        while (!await PostgresStore.ValueAsync<bool>(connection, question))
        {
            if (limit.IsCancellationRequested || isHopeful?.Invoke() == false)
            {
                throw new SpecException($"It was waited for in vain that {what}.");
            }

            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }
}
