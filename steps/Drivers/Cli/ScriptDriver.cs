namespace Drivers;

/// <summary>Asks as a script does: for data, by the names that the features have for what commands tell.</summary>
public sealed class ScriptDriver(SyncDriver sync, RepoDriver repos)
{
    private const string Search = "a search for ";

    private static readonly Dictionary<string, string[]> Questions = new()
    {
        ["the state of the index"] = ["index", "status"],
        ["a summary of the state"] = ["index", "status", "--summary"],
        ["the last run"] = ["index", "status", "--run-id", "latest"],
        ["the failures"] = ["index", "errors"],
        ["a summary of the failures"] = ["index", "errors", "--summary"],
        ["a check of the index"] = ["index", "verify"],
        ["the settings"] = ["config", "show"],
        ["a check of the settings"] = ["config", "check"],
        ["the kinds of stores"] = ["store", "list"],
        ["a check of the store"] = ["store", "check"],
    };

    private static readonly Dictionary<string, string> Limits = new()
    {
        ["BY"] = "--by",
        ["FILES"] = "--path",
        ["REPOSITORY"] = "--repository",
        ["AT MOST"] = "--limit",
    };

    /// <summary>Asks one of the questions, or for <c>a search for</c> words, in the current repository; the answer is JSON.</summary>
    public Task AskAsync(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.StartsWith(Search, StringComparison.Ordinal) ? RunAsync(["index", "search", question[Search.Length..]])
            : Questions.TryGetValue(question, out var arguments) ? RunAsync(arguments)
            : throw new SpecException($"Nobody answers \"{question}\"; there are: {string.Join(", ", Questions.Keys)}, {Search}…");
    }

    /// <summary>Searches as the one row of a table WORDS | BY | FILES | AT MOST says; the answer is JSON.</summary>
    public Task SearchAsync(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var row = table.Read("WORDS", "BY", "FILES", "REPOSITORY", "AT MOST").Single();
        var limits = Limits.Where(limit => row.Or(limit.Key, "").Length > 0)
            .SelectMany(limit => (string[])[limit.Value, row[limit.Key]]);
        return RunAsync(["index", "search", .. row["WORDS"].Split(' '), .. limits]);
    }

    private Task<CommandResult> RunAsync(IReadOnlyList<string> arguments) => sync.TypeAsync(repos.Current.Folder, [.. arguments, "--json"]);
}
