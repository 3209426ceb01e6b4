using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What the ledger remembers, and what people do about it.</summary>
[Binding]
public sealed class LedgerSteps(LedgerDriver ledger)
{
    [Given(@"^the failed files were retried with (\d+) failed files?$")]
    public Task Retried(int failed) => ledger.HaveRetriedAsync(failed);

    [When("^the (failed files|dead letters) are (retried|forgotten)$")]
    public Task Treat(string files, string act) => ledger.TreatAsync(files, act);

    [When("^the index is (rebuilt|mended)$")]
    public Task Care(string act) => ledger.CareAsync(act);

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

    [StepDefinition("^the interrupted sync (?:was|is) (abandoned|gone on with)$")]
    public Task Decide(string act) => ledger.DecideAsync(act);
}
