using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Many repositories at once.</summary>
[Binding]
public sealed class FollowSteps(FollowDriver follow)
{
    [Given("all repositories are followed")]
    public Task FollowAll() => follow.FollowAllAsync();

    [Given(@"^the repository ""([^""]*)"" is followed (no longer|(?:in collection|on branch|as) ""[^""]*"")$")]
    public Task Follow(string name, string how) => follow.FollowAsync(name, how);

    [Given("the repository {string} lost its history")]
    public void Broken(string name) => follow.Break(name);

    [Then("the followed repositories are")]
    public Task Are(TextTable expected) => follow.ShouldBeAsync(expected);

    [StepDefinition("^all followed repositories (were|are) synced$")]
    public Task Sync(Tense tense) => follow.SyncAllAsync(tense);
}
