using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Syncs, and what goes wrong with them.</summary>
[Binding]
public sealed class EngineSteps(SyncDriver sync, CrashDriver crash, Untouched untouched)
{
    [Given(@"^the (?:resumed )?sync was interrupted$")]
    public Task Interrupted() => crash.SyncAndDieAsync();

    [Given(@"^the index follows (branch|tag|commit) ""([^""]*)""$")]
    public void Follows(string kind, string name) => sync.Settings.Follows = (kind, name);

    [Given("the settings")]
    public void Settings(TextTable settings) => sync.Settings.Read(settings);

    [Given("the sync failed")]
    public Task Failed() => sync.HaveFailedAsync();

    [Given("these faults are armed")]
    public void Arm(TextTable faults) => crash.Arm(faults);

    [Then("^the (index file|repository) is untouched$")]
    public void IsUntouched(string what) => untouched.ShouldBe(what);

    [Then(@"^the sync completes( with \d+ failed files?|)$")]
    public void Completes(FailedCount failed) => sync.ShouldHaveCompleted(failed.Value);

    [Then("the sync stops with error {string}")]
    public void Stops(string kind) => sync.ShouldHaveStopped(kind);

    [StepDefinition("^the index (was|is) synced with$")]
    public Task SyncWith(Tense tense, TextTable settings) => sync.SyncWithAsync(tense, settings);

    [StepDefinition(@"^the index (was|is) synced( with \d+ failed files?|)$")]
    public Task Sync(Tense tense, FailedCount failed) => crash.SyncAsync(tense, failed);

    [StepDefinition("^the operator stop(?:ped|s) the sync$")]
    public Task Stop() => sync.StopAsync();
}
