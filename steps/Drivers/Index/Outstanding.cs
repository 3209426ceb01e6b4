namespace Drivers;

/// <summary>What the index does not have yet: what failed, and what waits.</summary>
public sealed class Outstanding(IndexChecks index, CollectionChecks collections, FollowDriver follow)
{
    /// <summary>Exactly these rows.</summary>
    /// <param name="what"><c>files failed</c>, <c>files are waiting for a sync</c> or <c>repositories failed</c>.</param>
    /// <param name="expected">The table.</param>
    public Task ShouldBeAsync(string what, TextTable expected)
    {
        if (what == "files are waiting for a sync")
        {
            return collections.ShouldWaitAsync(expected);
        }

        Action<TextTable> check = what == "files failed" ? index.ShouldHaveFailed : follow.ShouldHaveFailed;
        check(expected);
        return Task.CompletedTask;
    }
}
