using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Servers that the engine asks.</summary>
[Binding]
public sealed class ServerSteps(EmbeddingServer embedding)
{
    [Given("an embedding server")]
    public void Start() => embedding.Start();

    [Given("the embedding server takes {int} milliseconds to answer")]
    public void Latency(int milliseconds) => embedding.Latency = TimeSpan.FromMilliseconds(milliseconds);

    [Given("the embedding server {string} at call {int}")]
    public void Plan(string trouble, int call) => embedding.Plan(trouble, call);

    [Then("the embedding server made every vector")]
    public Task MadeEveryVector() => embedding.ShouldHaveMadeEveryVectorAsync();

    [AfterScenario(Order = 1)]
    public void EveryFailureHappened() => embedding.ShouldHaveFailedAsPlanned();
}
