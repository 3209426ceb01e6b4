using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What the ledger says of runs.</summary>
[Binding]
public sealed class ReportSteps(LedgerFigures ledger)
{
    [Given(@"^the last run took ([\d.]+) seconds$")]
    public void Took(string seconds) => ledger.SetDuration(seconds);

    [Then("the folder {string} holds these files")]
    public void Holds(string folder, TextTable expected) => ledger.ShouldHold(folder, expected);
}
