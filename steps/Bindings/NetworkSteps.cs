using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Networks between Neap and the servers it asks.</summary>
[Binding]
public sealed class NetworkSteps(NetworkDriver network)
{
    [Given("^the network to the (embedding server|store)$")]
    public void Spoil(string server, TextTable faults) => network.Spoil(server, NetworkFaults.Read(faults));

    [Then(@"^(at most |)(\d+) requests? to the (embedding server|store) (?:was|were) under way at once$")]
    public void AtOnce(string bound, int requests, string server) => network.ShouldHaveAskedAtOnce(server, bound, requests);
}
