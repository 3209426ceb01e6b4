namespace Drivers;

/// <summary>What the index does not have: what was left out, what failed, and what waits.</summary>
public sealed class Outstanding(IndexChecks index, CollectionChecks collections, FollowDriver follow)
{
    /// <summary>Exactly these rows.</summary>
    /// <param name="what"><c>the sync skips these files</c>, <c>these files failed</c>, <c>these files are waiting for a sync</c>
    /// or <c>these repositories failed</c>.</param>
    /// <param name="expected">The table.</param>
    public Task ShouldBeAsync(string what, TextTable expected)
    {
        if (what == "these files are waiting for a sync")
        {
            return collections.ShouldWaitAsync(expected);
        }

        Action<TextTable> check = what switch
        {
            "the sync skips these files" => index.ShouldHaveSkipped,
            "these files failed" => index.ShouldHaveFailed,
            _ => follow.ShouldHaveFailed,
        };
        check(expected);
        return Task.CompletedTask;
    }
}
