namespace Drivers;

/// <summary>The networks between Neap and the servers of a scenario, by the variable that holds the server's address.</summary>
public sealed class NetworkDriver(Workspace workspace) : IDisposable
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["embedding server"] = "NEAP_EMBEDDER_URL",
        ["store"] = "NEAP_STORE",
    };

    private readonly Dictionary<string, FaultProxy> _proxies = [];

    /// <summary>Spoils the network to a server from now on; commands that follow go through it.</summary>
    /// <param name="server"><c>embedding server</c> or <c>store</c>.</param>
    /// <param name="faults">What is wrong.</param>
    public void Spoil(string server, NetworkFaults faults) => ProxyOf(server).Faults = faults;

    /// <summary>No more requests than this were under way at once, and some were.</summary>
    public void ShouldHaveAskedAtMost(string server, int requests)
    {
        var proxy = ProxyOf(server);
        proxy.Connections.Should().NotBe(0, "the {0} is asked through its network", server);
        proxy.MostAtOnce.Should().BeLessThanOrEqualTo(
            requests, "so many requests to the {0} may be under way at once, over all {1} connections", server, proxy.Connections);
    }

    /// <summary>True once a request to a server is under way and unanswered.</summary>
    public bool IsAsked(string server) => ProxyOf(server).IsAsked;

    /// <summary>True once a request to a server was swallowed after others were answered.</summary>
    public bool IsSilent(string server) => ProxyOf(server) is { IsAsked: true, Faults.IsBlackhole: true } proxy
        && proxy.Replies >= proxy.Faults.AfterReplies;

    /// <summary>The connections to servers that stand, each by the server's name.</summary>
    public IEnumerable<string> StandingConnections() =>
        _proxies.SelectMany(proxy => Enumerable.Repeat($"a connection to the {proxy.Key}", proxy.Value.Standing));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var proxy in _proxies.Values)
        {
            proxy.Dispose();
        }
    }

    private FaultProxy ProxyOf(string server)
    {
        if (_proxies.TryGetValue(server, out var known))
        {
            return known;
        }

        var variable = Variables[server];
        var address = new UriBuilder(workspace.Variables.GetValueOrDefault(variable)
            ?? throw new SpecException($"The scenario has no {server} yet."));
        var proxy = new FaultProxy(address.Host, address.Port);
        (address.Host, address.Port) = ("127.0.0.1", proxy.Port);
        workspace.Variables[variable] = address.Uri.ToString();
        return _proxies[server] = proxy;
    }
}
