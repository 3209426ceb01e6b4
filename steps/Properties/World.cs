using System.Text.Json;
using Drivers;

namespace Properties;

/// <summary>A repository, an index and the product in this process.</summary>
internal sealed class World : IDisposable
{
    private readonly RepoDriver _repos;
    private readonly NeapCommand _neap;

    public World()
    {
        Workspace = new Workspace();
        _repos = new RepoDriver(Workspace, new GitCommand(Workspace));
        _neap = new NeapCommand(Workspace, new FixedDayClock(), new PauseClock(), new StoreFaults());
        _repos.Create("shop");
    }

    public Workspace Workspace { get; }

    public string Folder => _repos.Current.Folder;

    public void Commit(CommitRow row) => _repos.Commit([row]);

    public async Task SyncAsync(string store)
    {
        var result = await _neap.RunInsideAsync(Folder, "index", "sync", "--store", store);
        result.ExitCode.Should().Be(0, "any way of commits can be synced; it said {0}", result);
    }

    public async Task<string> ExportAsync(string store)
    {
        var result = await _neap.RunInsideAsync(Folder, "index", "export", "--text", "--store", store);
        result.ExitCode.Should().Be(0, "what was synced can be shown; it said {0}", result);
        return result.Output;
    }

    /// <summary>Feeds bytes; gives the exit code and what became of the lines.</summary>
    public async Task<(int ExitCode, JsonElement Json)> FeedAsync(byte[] input)
    {
        _neap.Input = input;
        var result = await _neap.RunInsideAsync(Folder, "index", "sync", "--stdin", "--json");
        return (result.ExitCode, result.Json());
    }

    public NeapProcess Start(byte[] input, params string[] arguments)
    {
        _neap.Input = input;
        return _neap.Start(Folder, arguments);
    }

    public void Dispose()
    {
        _repos.Dispose();
        Workspace.Dispose();
    }
}
