using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>A small suite, its run, and what the acceptance gate makes of it.</summary>
[Binding]
public sealed class GateSteps(SpecsSuite suite, SpecsDriver specs, SpecsChecks checks)
{
    [Given("^(the run|these were run again)$")]
    public void Run(string which, TextTable scenarios) => suite.Run(which, scenarios);

    [Given("earlier runs with")]
    public Task EarlierRuns(TextTable runs) => specs.HaveEarlierRunsAsync(runs);

    [Given(@"^the (requirements|glossary|quarantine|figures|planted faults|mutants|line coverage|linter findings) of the suite$")]
    public void Beside(string kind, TextTable rows) => suite.Beside(kind, rows);

    [Given("the features at {string} are")]
    public void FeaturesAt(string version, string text)
    {
        suite.WriteFile("features/shop/orders.feature", text);
        suite.Commit(version);
    }

    [Given("the features once were")]
    public void FeaturesBefore(TextTable scenarios) => suite.CommitBefore(scenarios);

    [Given("the gate rules")]
    public void GateRules(string rules) => suite.WriteFile("features/gate.yml", rules);

    [Given("the line coverage that was measured of this project")]
    public void OwnCoverage() => suite.BesideCoverage(MeasuredCoverage.File);

    [Given("the run broke off after {int} messages")]
    public void BrokeOff(int count) => suite.BreakOff(count);

    [Given("the suite file {string} was edited from {string} to {string}")]
    public void Edited(string file, string old, string with) => suite.Replace(file, old, with);

    [When(@"^the features(?: at)?( ""[^""]*""|) are compared with ""([^""]*)""$")]
    public Task Compare(string later, string earlier) => specs.CompareAsync(later.Trim(' ', '"'), earlier);

    [When("^the gate judges the run(, cut at every place|)$")]
    public Task Judge(string how) => specs.JudgeAsync(how);

    [When(@"^the run is summed up( in \d+ KiB|)$")]
    public Task SumUp(string bound) => specs.SumUpAsync(bound);

    [Then(@"^(at every cut |)the gate is ""([^""]*)""$")]
    public void GateIs(string when, string answer) => specs.ShouldBe(when, answer);

    [Then("every output counts")]
    public Task EveryOutput(TextTable ledger) => checks.ShouldCountAsync(ledger);

    [Then("the features changed like this")]
    public void Changed(TextTable expected) => checks.ShouldDiffer(expected);

    [Then("the gate answers")]
    public void Answers(TextTable expected) => checks.ShouldHaveAnswered(expected);
}
