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

    /// <summary>So many requests were under way at once and never more; <c>at most </c> so many, where it may have been fewer.</summary>
    public void ShouldHaveAskedAtOnce(string server, string bound, int requests)
    {
        var proxy = ProxyOf(server);
        proxy.Connections.Should().BePositive("the {0} was asked", server);
        proxy.MostAtOnce.Should().BeInRange(
            string.IsNullOrEmpty(bound) ? requests : 0, requests, "so many requests to the {0} may be under way at once, over all {1} connections", server, proxy.Connections);
    }

    /// <summary>True once a request to a server was swallowed, after as many were answered as should be.</summary>
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
