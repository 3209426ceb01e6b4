using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Servers that the engine asks.</summary>
[Binding]
public sealed class ServerSteps(EmbeddingServer embedding, ServerTroubles troubles)
{
    [Given("an embedding server")]
    public void Start() => embedding.Start();

    [Given(@"^the (embedding server refuses texts with the words|vector server asks for the key) ""([^""]*)""$")]
    public void Demand(string demand, string text) => troubles.Demand(demand, text);

    [Given(@"^the (embedding|vector) server ""([^""]*)"" (at|from) call (\d+)(?: on)?$")]
    public void Plan(string server, string trouble, string since, int call) => troubles.Plan(server, trouble, since, call);

    [Given(@"^the (embedding|vector) server takes (\d+) milliseconds to answer$")]
    public void Delay(string server, int milliseconds) => troubles.Delay(server, milliseconds);

    [Given("the embedding server is well again")]
    public void Recover() => troubles.Recover();

    [Given(@"^the embedding server waits until (\d+) asks? at once$")]
    public void WaitFor(int callers) => embedding.WaitFor(callers);

    [Then("^the embedding server made (every vector|no vector twice)$")]
    public Task Made(string what) => embedding.ShouldHaveMadeAsync(what);

    [AfterScenario(Order = 1)]
    public void EveryFailureHappened() => embedding.ShouldHaveFailedAsPlanned();
}
