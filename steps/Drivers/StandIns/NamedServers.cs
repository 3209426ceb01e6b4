namespace Drivers;

/// <summary>Servers whose addresses a suite inside this one is told, as somebody does who has real ones.</summary>
public sealed class NamedServers(Workspace workspace) : IDisposable
{
    private readonly List<(StandIn Server, KeptPoints Kept)> _all = [];

    /// <summary>Starts one of each kind, with the calls of whoever looks after it.</summary>
    public void Start()
    {
        Start("qdrant", kept => new StandIn(QdrantContract.Label, [.. QdrantContract.Over(kept), .. QdrantContract.Care(kept)]));
        Start("weaviate", kept => new StandIn(WeaviateContract.Label, [.. WeaviateContract.Over(kept), .. WeaviateContract.Care(kept)]));
    }

    /// <summary>Each was written to, asked only what is published, and has no collection left.</summary>
    public void ShouldHaveBeenFilledAndEmptied()
    {
        _all.Should().HaveCount(2);
        foreach (var (server, kept) in _all)
        {
            server.ShouldHaveBeenKept();
            kept.Written.Should().BePositive("the suite keeps indexes on the server that it is told of: {0}", server.Label);
            kept.Names.Should().BeEmpty("what the suite made there is removed");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _all.ForEach(one => one.Server.Dispose());

    private void Start(string name, Func<KeptPoints, StandIn> start)
    {
        var kept = new KeptPoints();
        var server = start(kept);
        _all.Add((server, kept));
        workspace.Variables[Capabilities.AddressVariable(name)] = $"http://127.0.0.1:{server.Port}";
    }
}
