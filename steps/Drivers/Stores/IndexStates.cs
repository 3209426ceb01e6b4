namespace Drivers;

/// <summary>States of whatever keeps the index, and how much is in it.</summary>
public sealed class IndexStates(IndexFileDriver file, PostgresStates database, VectorServer vectors)
{
    /// <summary>Brings it into a state.</summary>
    /// <param name="what"><c>index file</c>, <c>index folder</c> or <c>database</c>.</param>
    /// <param name="state">The state, in words.</param>
    public Task MakeAsync(string what, string state)
    {
        if (what == "database")
        {
            return database.MakeAsync(state);
        }

        file.Make(what, state);
        return Task.CompletedTask;
    }

    /// <summary>It keeps so many things and no more.</summary>
    /// <param name="what"><c>database has</c> graphs of neighbours, or <c>vector server keeps</c> points.</param>
    /// <param name="count">How many.</param>
    public Task ShouldKeepAsync(string what, int count)
    {
        if (what == "database has")
        {
            return database.ShouldHaveGraphsAsync(count);
        }

        vectors.ShouldKeep(count);
        return Task.CompletedTask;
    }
}
