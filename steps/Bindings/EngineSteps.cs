using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Syncs, and what goes wrong with them.</summary>
[Binding]
public sealed class EngineSteps(SyncDriver sync, CrashDriver crash, IndexFileDriver file, IndexChecks checks)
{
    [Given("another sync is running")]
    public Task AnotherSync() => crash.HoldAsync();

    [Given(@"^the (?:resumed )?sync was interrupted$")]
    public Task Interrupted() => crash.SyncAndDieAsync();

    [Given("the index file is {string}")]
    public void IndexFile(string state) => file.Make(state);

    [Given("the index folder is {string}")]
    public void IndexFolder(string state) => file.MakeFolder(state);

    [Given(@"^the index follows (branch|tag|commit) ""([^""]*)""$")]
    public void Follows(string kind, string name) => sync.Settings.Follows = (kind, name);

    [Given("the index was synced")]
    public Task Synced() => sync.HaveSyncedAsync(null, failedFiles: 0);

    [Given("the index was synced with")]
    public Task SyncedWith(TextTable settings) => sync.HaveSyncedAsync(settings, failedFiles: 0);

    [Given(@"^the index was synced with (\d+) failed files?$")]
    public Task SyncedWithFailures(int failed) => sync.HaveSyncedAsync(null, failed);

    [Given("the operator stopped the sync"), When("the operator stops the sync")]
    public Task Stop() => sync.StopAsync();

    [Given("the settings")]
    public void Settings(TextTable settings) => sync.Settings.Read(settings);

    [Given("the sync failed")]
    public Task Failed() => sync.HaveFailedAsync();

    [Given("these faults are armed")]
    public void Arm(TextTable faults) => crash.Arm(faults);

    [When(@"^(\d+) syncs start together$")]
    public Task StartTogether(int count) => crash.RunTogetherAsync(count);

    [When("the index is synced")]
    public Task Sync() => crash.IsArmed ? crash.SyncAndDieAsync() : sync.SyncAsync();

    [When("the index is synced with")]
    public Task SyncWith(TextTable settings) => sync.SyncWithAsync(settings);

    [When("the sync is resumed")]
    public Task Resume() => sync.SyncAsync();

    [Then("the index file is untouched")]
    public void Untouched() => file.ShouldBeUntouched();

    [Then("the sync completes")]
    public void Completes() => sync.ShouldHaveCompleted(failedFiles: 0);

    [Then(@"^the sync completes with (\d+) failed files?$")]
    public void CompletesWithFailures(int failed) => sync.ShouldHaveCompleted(failed);

    [Then("the sync skips these files")]
    public void Skips(TextTable expected) => checks.ShouldHaveSkipped(expected);

    [Then("the sync stops with error {string}")]
    public void Stops(string kind) => sync.ShouldHaveStopped(kind);
}
