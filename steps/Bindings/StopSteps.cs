using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Signals, and several processes on one index.</summary>
[Binding]
public sealed class StopSteps(
    StopDriver stop, OverlapDriver overlap, TogetherDriver together)
{
    [Given("^another sync (is running|waits for the embedding server|waited for the embedding server and was killed)$")]
    public Task Hold(string how) => overlap.HoldAsync(how);

    [When(@"^(\d+) (syncs|syncs into collections of their own|commands that follow a repository each|(?:workers with \d+ )?searches for ""[^""]*"") start together$")]
    public Task StartTogether(int count, string what) => together.StartAsync(count, what);

    [When("the index is synced while the other sync dies")]
    public Task SyncWhileHolderDies() => overlap.SyncWhileHolderDiesAsync();

    [When("these syncs start together")]
    public Task Together(TextTable syncs) => overlap.SyncTogetherAsync(syncs);

    [Then("^(the ledger keeps the runs apart|every run has noted its own lines and no others)$")]
    public void RunsApart(string what) => overlap.ShouldHaveKeptApart(what);

    [Then("the refusal names the other sync")]
    public void NamesHolder() => overlap.ShouldNameHolder();

    [StepDefinition(@"^(\d+) syncs (?:were|are) killed at random moments$")]
    public Task KillAtRandom(int count) => overlap.KillAtRandomAsync(count);

    [StepDefinition(@"^the sync (got|gets) (.+) while it ((?:waits|waited) for (?:the embedding server|its turn|the index store.*|a write .+)|(?:is|was) embedding)$")]
    public Task Signal(Tense tense, string signals, string moment) => stop.SignalAsync(tense, signals, moment);
}
