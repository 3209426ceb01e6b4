using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What the index holds, and what an event did to it.</summary>
[Binding]
public sealed class IndexSteps(IndexChecks checks, StepCheck step, Outstanding outstanding)
{
    [Then(@"^(\d+) texts? (?:was|were) embedded$")]
    public void Embedded(int texts) => checks.ShouldHaveEmbedded(texts);

    [Then("^(the sync skips these files|these files failed|these files are waiting for a sync|these repositories failed)$")]
    public Task Outstanding(string what, TextTable expected) => outstanding.ShouldBeAsync(what, expected);

    [Then("a search for {string} does not find {string}")]
    public Task DoesNotFind(string question, string path) => checks.ShouldNotFindAsync(question, path);

    [Then("a search for {string} finds")]
    public Task Finds(string question, TextTable expected) => checks.ShouldFindAsync(question, expected);

    [Then("no file is indexed twice")]
    public Task NothingTwice() => checks.ShouldHoldNothingTwiceAsync();

    [Then("the index holds")]
    public Task Holds(TextTable expected) => checks.ShouldHoldAsync(expected);

    [Then(@"^the index is in step with (branch|tag|commit|the) (""[^""]*""|working tree)( except for ""[^""]*""|)$")]
    public Task InStep(string kind, string name, string apart) => step.ShouldBeInStepAsync(kind, name.Trim('"'), apart);

    [Then("the run report shows")]
    public void Report(TextTable expected) => checks.ShouldReport(expected);

    [Then("the sync makes no index changes")]
    public Task NoChanges() => checks.ShouldNotHaveChangedAsync();

    [Then("the sync makes these index changes")]
    public Task Changes(TextTable expected) => checks.ShouldHaveChangedAsync(expected);
}
