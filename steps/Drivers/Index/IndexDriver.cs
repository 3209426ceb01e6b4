using System.Text.Json;

namespace Drivers;

/// <summary>Reads the index the way a user can: export, status, search, verify.</summary>
public sealed class IndexDriver(NeapCommand neap, Workspace workspace)
{
    /// <summary>The whole visible index; empty where there is no index file.</summary>
    public async Task<IndexState> ReadAsync()
    {
        var result = await ExportAsync();
        return result.ExitCode == 0 ? State(result) : throw new SpecException($"The index could not be read: {result}");
    }

    /// <summary>The whole visible index; null where the file cannot be read, which is what some scenarios are about.</summary>
    public async Task<IndexState?> TryReadAsync()
    {
        var result = await ExportAsync();
        return result.ExitCode == 0 ? State(result) : null;
    }

    /// <summary>The commit that each slot's index says it equals.</summary>
    public async Task<IReadOnlyDictionary<IndexSlot, string>> CommitsAsync()
    {
        var result = await neap.RunInsideAsync(workspace.Root, ["index", "status", "--json", .. Store]);
        return result.ExitCode == 0
            ? result.Json().Items("revisions").ToDictionary(
                revision => new IndexSlot(revision.Text("collection"), revision.Text("repository"), revision.Text("ref")),
                revision => revision.Text("commit"))
            : throw new SpecException($"The status could not be read: {result}");
    }

    /// <summary>The first ten answers to a question, best first.</summary>
    public async Task<IReadOnlyList<JsonElement>> SearchAsync(string question)
    {
        var result = await neap.RunInsideAsync(workspace.Root, ["index", "search", question, "--json", .. Store]);
        return result.ExitCode == 0
            ? [.. result.Json().Items("hits")]
            : throw new SpecException($"The search did not work: {result}");
    }

    /// <summary>A server's address comes from the environment, with the password that goes with it.</summary>
    private string[] Store => workspace.IsOnServer ? [] : ["--store", workspace.Store];

    private async Task<CommandResult> ExportAsync()
    {
        if (!workspace.IsOnServer && !File.Exists(workspace.Store))
        {
            return new CommandResult([], 0, "", "");
        }

        string[] export = ["index", "export", "--text", "--json", .. Store];
        var result = await neap.RunInsideAsync(workspace.Root, export);
        return workspace.IsOnServer && result.ErrorKind == "index-missing" ? new CommandResult([], 0, "", "") : result;
    }

    private static IndexState State(CommandResult export)
    {
        var lines = export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new IndexState([.. lines.Select(line => IndexEntry.Read(JsonDocument.Parse(line).RootElement))]);
    }
}
