using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Many repositories at once.</summary>
[Binding]
public sealed class FollowSteps(FollowDriver follow)
{
    [Given("all repositories are followed")]
    public Task FollowAll() => follow.FollowAllAsync();

    [Given("the repository {string} is followed no longer")]
    public Task Leave(string name) => follow.LeaveAsync(name);

    [Given("the repository {string} lost its history")]
    public void Broken(string name) => follow.Break(name);

    [Then("the followed repositories are")]
    public Task Are(TextTable expected) => follow.ShouldBeAsync(expected);

    [StepDefinition("^all followed repositories (were|are) synced$")]
    public Task Sync(Tense tense) => follow.SyncAllAsync(tense);
}
