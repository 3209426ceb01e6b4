using System.Text.Json;

namespace Drivers;

/// <summary>Reads the index the way a user can: export, status, search, verify.</summary>
public sealed class IndexDriver(NeapCommand neap, Workspace workspace)
{
    /// <summary>The whole visible index; empty where there is no index file.</summary>
    public async Task<IndexState> ReadAsync()
    {
        if (!File.Exists(workspace.Store))
        {
            return new IndexState([]);
        }

        var result = await neap.RunAsync(workspace.Root, "index", "export", "--text", "--store", workspace.Store);
        if (result.ExitCode != 0)
        {
            throw new SpecException($"The index could not be read: {result}");
        }

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new IndexState([.. lines.Select(line => IndexEntry.Read(JsonDocument.Parse(line).RootElement))]);
    }

    /// <summary>The commit that each slot's index says it equals.</summary>
    public async Task<IReadOnlyDictionary<IndexSlot, string>> CommitsAsync()
    {
        var result = await neap.RunAsync(workspace.Root, "index", "status", "--json", "--store", workspace.Store);
        return result.ExitCode == 0
            ? result.Json().Items("revisions").ToDictionary(
                revision => new IndexSlot(revision.Text("collection"), revision.Text("repository"), revision.Text("ref")),
                revision => revision.Text("commit"))
            : throw new SpecException($"The status could not be read: {result}");
    }

    /// <summary>The first ten answers to a question, best first.</summary>
    public async Task<IReadOnlyList<JsonElement>> SearchAsync(string question)
    {
        var result = await neap.RunAsync(workspace.Root, "index", "search", question, "--json", "--store", workspace.Store);
        return result.ExitCode == 0
            ? [.. result.Json().Items("hits")]
            : throw new SpecException($"The search did not work: {result}");
    }
}
