using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What the ledger remembers, and what people do about it.</summary>
[Binding]
public sealed class LedgerSteps(LedgerDriver ledger)
{
    [Given(@"^the failed files were retried with (\d+) failed files?$")]
    public Task Retried(int failed) => ledger.HaveRetriedAsync(failed);

    [Given("the interrupted sync was abandoned"), When("the interrupted sync is abandoned")]
    public Task Abandon() => ledger.RunAsync("abandon");

    [When("the failed files are retried")]
    public Task Retry() => ledger.RunAsync("retry");

    [When("the interrupted sync is gone on with")]
    public Task Resume() => ledger.RunAsync("resume");

    [Then("every run has noted its own lines and no others")]
    public void Apart() => ledger.ShouldKeepRunsApart();

    [Then("no checkpoint remains")]
    public void NoCheckpoint() => ledger.ShouldHaveNoCheckpoint();

    [Then("the checkpoint is now")]
    public Task Checkpoint(TextTable expected) => ledger.CheckpointShouldBeAsync(expected);

    [Then("the failed lines are now")]
    public void FailedLines(TextTable expected) => ledger.FailedLinesShouldBe(expected);

    [Then("the last run has done these lines")]
    public void DoneLines(TextTable expected) => ledger.DoneLinesShouldBe(expected);

    [Then("the ledger has")]
    public void Columns(TextTable expected) => ledger.ShouldHaveColumns(expected);

    [Then("the ledger is intact")]
    public void Intact() => ledger.ShouldBeIntact();

    [Then("the runs are now")]
    public void Runs(TextTable expected) => ledger.RunsShouldBe(expected);
}
