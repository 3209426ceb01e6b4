using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What the ledger remembers, and what people do about it.</summary>
[Binding]
public sealed class LedgerSteps(LedgerDriver ledger)
{
    [Then("no checkpoint remains")]
    public void NoCheckpoint() => ledger.ShouldHaveNoCheckpoint();

    [Then("^the (?:index file is sound|ledger is intact)$")]
    public void Intact() => ledger.ShouldBeIntact();

    [Then("^the (checkpoint is now|failed lines are now|last run has done these lines|ledger has|runs are now)$")]
    public Task Says(string what, TextTable expected) => ledger.ShouldSayAsync(what, expected);

    [StepDefinition(@"^the (failed files|dead letters) (are|were) (retried|forgotten)( with \d+ failed files?|)$")]
    public Task Treat(string files, Tense tense, string act, FailedCount failed) => ledger.TreatAsync(files, tense, act, failed);

    [StepDefinition("^the (sync is resumed|index is rebuilt|index (?:is|was) mended)$")]
    public Task Care(string act) => ledger.CareAsync(act);

    [StepDefinition("^the interrupted sync (?:was|is) (abandoned|gone on with)$")]
    public Task Decide(string act) => ledger.DecideAsync(act);
}
