namespace Drivers;

/// <summary>States of whatever keeps the index, and how much is in it.</summary>
public sealed class IndexStates(IndexFileDriver file, PostgresStates database, VectorServer vectors, Workspace workspace)
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

        if (vectors.IsUsed && state == "missing")
        {
            vectors.LoseLocalIndex();
        }
        else
        {
            file.Make(what, state);
        }

        return Task.CompletedTask;
    }

    /// <summary>It keeps so many things and no more.</summary>
    /// <param name="what"><c>database has</c> graphs of neighbours, or <c>walked</c> them for an answer, <c>vector server
    /// keeps</c> points, or <c>index file has at most</c> bytes.</param>
    /// <param name="count">How many.</param>
    public Task ShouldKeepAsync(string what, int count)
    {
        switch (what)
        {
            case "database has":
                return database.ShouldHaveGraphsAsync(count);
            case "database walked":
                return database.ShouldHaveWalkedGraphsAsync(count);
            case "vector server keeps":
                vectors.ShouldKeep(count);
                return Task.CompletedTask;
            default:
                ShouldNotGrowBeyond(count);
                return Task.CompletedTask;
        }
    }

    private void ShouldNotGrowBeyond(int mostBytes)
    {
        if (new FileInfo(workspace.Store).Length is var bytes && bytes > mostBytes)
        {
            throw new SpecException($"The index file has {bytes} bytes; at most {mostBytes} are right.");
        }
    }
}
