using System.Globalization;

namespace Drivers;

/// <summary>Where the index of a scenario is kept, and what the operator does with it.</summary>
public sealed class StoreDriver(
    Workspace workspace, PostgresStore postgres, PostgresFaults faults, PostgresNetwork network, PostgresDrift drift, DriftDriver fileDrift, VectorServer vectors, SyncDriver sync,
    NeapCommand neap, RunLog log, ConnectionGathering gathering) : IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(1);
    private SilentServer? _silent;
    private CommandResult[] _together = [];

    /// <summary>Has all later commands keep the index in a store.</summary>
    public async Task UseAsync(string store)
    {
        switch (store)
        {
            case "SQLite":
                break;
            case "PostgreSQL":
                await postgres.UseAsync(own: false);
                break;
            case "a PostgreSQL server of its own":
                await postgres.UseAsync(own: true);
                break;
            case "Qdrant" or "Weaviate":
                await vectors.UseAsync(store);
                break;
            default:
                throw new SpecException($"Nobody knows a store \"{store}\".");
        }
    }

    /// <summary>Makes entries wrong in whatever store there is.</summary>
    public async Task SpoilAsync(TextTable table)
    {
        if (postgres.IsUsed)
        {
            await drift.SpoilAsync(table);
        }
        else if (vectors.IsUsed)
        {
            vectors.Spoil(table);
        }
        else
        {
            fileDrift.Spoil(table);
        }
    }

    /// <summary>Takes the server away, or sends commands to where nobody answers.</summary>
    public async Task GoWrongAsync(string how)
    {
        if (vectors.IsUsed)
        {
            VectorsGoWrong(how);
            return;
        }

        switch (how)
        {
            case "is down":
                MoveTo(FreePort.Choose());
                break;
            case "is up again":
                postgres.Become(postgres.Owner, port: null);
                break;
            case "accepts connections and says nothing":
                _silent = new SilentServer(ConnectLimit);
                workspace.Variables["NEAP_STORE_CONNECT_TIMEOUT"] = ConnectLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                MoveTo(_silent.Port);
                break;
            case "answers slowly":
                network.Delay(TimeSpan.FromMilliseconds(20));
                break;
            case "drops the next four connections":
                network.DropNext(4);
                break;
            default:
                await HoldUpAsync(how);
                break;
        }
    }

    /// <summary>The server is there and takes its time.</summary>
    private async Task HoldUpAsync(string how)
    {
        switch (how)
        {
            case "takes half a second over a statement":
                await faults.SleepAsync("0.5");
                break;
            case "hangs in a statement":
                workspace.Variables["NEAP_STORE_STATEMENT_TIMEOUT"] = "1";
                await faults.SleepAsync("600");
                break;
            case "answers nobody before 40 connections are open":
                await gathering.BeginAsync(connections: 40);
                break;
            default:
                throw new SpecException($"Nobody knows how an index store {how}.");
        }
    }

    private void VectorsGoWrong(string how)
    {
        Action trouble = how switch
        {
            "is down" => vectors.Server.GoDown,
            "is up again" => vectors.Server.ComeBack,
            _ => throw new SpecException($"Nobody knows how a vector server {how}."),
        };
        trouble();
    }

    /// <summary>Asks the same question many times at once.</summary>
    /// <param name="count">How many ask at the same time.</param>
    /// <param name="each">How often each of them asks, one question after the other.</param>
    /// <param name="question">The question.</param>
    public async Task SearchTogetherAsync(int count, int each, string question)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => SearchAsync(each, question)));
        _together = [.. all.SelectMany(results => results)];
        log.Note(_together[0]);
    }

    /// <summary>Nobody waited for a silent store as long as the peer of <see cref="SilentServer"/>.</summary>
    public Task ShouldNotHaveBeenWaitedForAsync() => _silent?.ShouldHaveBeenLeftAsync()
        ?? throw new SpecException("No index store here accepts connections and says nothing.");

    /// <summary>So many connections were open at once, each with a question that was not answered yet.</summary>
    public Task ShouldHaveGatheredAsync(int connections) => gathering.ShouldHaveReachedAsync(connections);

    /// <summary>Every one of the searches had this file as its first answer.</summary>
    public void ShouldAllHaveFound(string path)
    {
        log.Last.IsDocumented = true;
        var wrong = _together.FirstOrDefault(result =>
            result.ExitCode != 0 || result.Json().Items("hits").FirstOrDefault().Text("path") != path);
        if (wrong is not null || _together.Length == 0)
        {
            throw new SpecException($"A search did not find {path}: {wrong}\n{wrong?.Output}");
        }
    }

    /// <summary>Syncs into several collections at once.</summary>
    public async Task SyncTogetherAsync(int count, string folder)
    {
        await sync.RememberAsync();
        _together = await Task.WhenAll(Enumerable.Range(1, count).Select(number => neap.RunInsideAsync(
            folder, "index", "sync", folder, "--json", "--collection", $"team-{number}")));
        foreach (var result in _together)
        {
            log.Note(result with { IsDocumented = true });
        }

        if (_together.FirstOrDefault(result => result.ExitCode != 0) is { } failed)
        {
            throw new SpecException($"A sync of several failed: {failed}\n{failed.Output}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _silent?.Dispose();

    private async Task<List<CommandResult>> SearchAsync(int times, string question)
    {
        var results = new List<CommandResult>();
        while (results.Count < times)
        {
            results.Add(await neap.RunInsideAsync(workspace.Root, "index", "search", question, "--json"));
        }

        return results;
    }

    private void MoveTo(int port) => postgres.Become(postgres.Owner, port);
}
