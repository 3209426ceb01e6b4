using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Servers that the engine asks.</summary>
[Binding]
public sealed class ServerSteps(EmbeddingServer embedding)
{
    [Given("an embedding server")]
    public void Start() => embedding.Start();

    [Given("the embedding server is well again")]
    public void Recover() => embedding.Recover();

    [Given("the embedding server refuses texts with the words {string}")]
    public void Refuse(string words) => embedding.Refuse(words);

    [Given("the embedding server takes {int} milliseconds to answer")]
    public void Latency(int milliseconds) => embedding.Latency = TimeSpan.FromMilliseconds(milliseconds);

    [Given("the embedding server {string} at call {int}")]
    public void Plan(string trouble, int call) => embedding.Plan(trouble, call);

    [Given("the embedding server {string} from call {int} on")]
    public void PlanFrom(string trouble, int call) => embedding.PlanFrom(trouble, call);

    [Then("^the embedding server made (every vector|no vector twice)$")]
    public Task Made(string what) => embedding.ShouldHaveMadeAsync(what);

    [AfterScenario(Order = 1)]
    public void EveryFailureHappened() => embedding.ShouldHaveFailedAsPlanned();
}
