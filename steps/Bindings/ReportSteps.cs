using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What the ledger says of runs, and the files that tell it.</summary>
[Binding]
public sealed class ReportSteps(LedgerFigures ledger, WrittenFiles files)
{
    [Given("the ledger tells of these runs")]
    public void Tells(TextTable runs) => ledger.Tell(runs);

    [Then(@"^the (rows|bars) of ""([^""]*)"" are$")]
    public void ConsistsOf(string what, string file, TextTable expected) => files.ShouldConsistOf(what, file, expected);

    [Then(@"^the file ""([^""]*)"" (holds|shows|does not show)$")]
    public void Has(string file, string how, string lines) => files.ShouldHave(file, how, lines);

    [Then("the folder {string} holds these files")]
    public void Holds(string folder, TextTable expected) => files.ShouldBeIn(folder, expected);
}
