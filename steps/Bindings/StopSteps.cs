using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Signals, and several processes on one index.</summary>
[Binding]
public sealed class StopSteps(
    StopDriver stop, OverlapDriver overlap, PipeDriver pipe, SyncDriver sync, EmbeddingServer embedding)
{
    [Given(@"^(\d+) syncs were killed at random moments$"), When(@"^(\d+) syncs are killed at random moments$")]
    public Task KillAtRandom(int count) => overlap.KillAtRandomAsync(count);

    [Given("another sync waits for the embedding server")]
    public Task HoldWithoutWriting() => overlap.HoldWithoutWritingAsync();

    [Given("the other sync was killed")]
    public Task KillHolder() => overlap.KillHolderAsync();

    [Given("^the sync got (SIGINT|SIGTERM) while it (waited for the embedding server|was embedding)$")]
    public async Task Got(string signal, string moment)
    {
        await stop.SignalAsync(signal, moment == "was embedding" ? "is embedding" : "waits for the embedding server");
        sync.ShouldHaveStopped("interrupted");
    }

    [When("the index is synced while the other sync dies")]
    public Task SyncWhileHolderDies() => overlap.SyncWhileHolderDiesAsync();

    [When("^the operator runs \"([^\"]*)\" (and reads one line of it|and reads none of it|into a full disk)$")]
    public Task RunsInto(string commandLine, string reader) => pipe.TypeAsync(commandLine, reader);

    [When("^the sync gets (.+) while it (waits for the embedding server|waits for its turn|is embedding)$")]
    public Task Gets(string signals, string moment) => stop.SignalAsync(signals, moment);

    [When("these syncs start together")]
    public Task Together(TextTable syncs) => overlap.SyncTogetherAsync(syncs);

    [Then("the embedding server made no vector twice")]
    public Task NoVectorTwice() => embedding.ShouldHaveMadeNoVectorTwiceAsync();

    [Then("the index file is sound")]
    public void Sound() => overlap.ShouldBeSound();

    [Then("the ledger keeps the runs apart")]
    public void RunsApart() => overlap.ShouldHaveKeptRunsApart();

    [Then("the refusal names the other sync")]
    public void NamesHolder() => overlap.ShouldNameHolder();
}
