namespace Drivers;

/// <summary>What feeds keep aside in the store until they become visible, read without the product.</summary>
public sealed class StagedLines(StorePlace place, PostgresStore postgres)
{
    private const string OfNobody = """
        FROM staged_line WHERE run NOT IN (SELECT number FROM sync_runs WHERE status <> 'completed' AND abandoned_at IS NULL)
        """;

    /// <summary>Nothing is left of a feed that became visible, nor of one that was given up.</summary>
    public async Task ShouldBeWantedAsync()
    {
        var left = postgres.IsUsed
            ? await postgres.ValueAsync<long>($"SET search_path = neap; SELECT count(*) {OfNobody}")
            : IndexDatabase.Number(place.File, $"SELECT count(*) {OfNobody}") ?? 0;
        left.Should().Be(0, "no lines are kept aside that no feed will ever go on with");
    }
}
