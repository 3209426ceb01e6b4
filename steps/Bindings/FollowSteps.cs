using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Many repositories at once.</summary>
[Binding]
public sealed class FollowSteps(FollowDriver follow)
{
    [Given("all followed repositories were synced")]
    public Task Synced() => follow.HaveSyncedAllAsync();

    [Given("all repositories are followed")]
    public Task FollowAll() => follow.FollowAllAsync();

    [Given("the repository {string} lost its history")]
    public void Broken(string name) => follow.Break(name);

    [When("all followed repositories are synced")]
    public Task Sync() => follow.SyncAllAsync();

    [Then("the followed repositories are")]
    public Task Are(TextTable expected) => follow.ShouldBeAsync(expected);

    [Then("these repositories failed")]
    public void Failed(TextTable expected) => follow.ShouldHaveFailed(expected);
}
