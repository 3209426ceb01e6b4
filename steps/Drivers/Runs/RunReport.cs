using System.Text.Json;

namespace Drivers;

/// <summary>What one <c>index sync --json -v</c> said, and how it ended.</summary>
public sealed class RunReport
{
    private readonly JsonElement _json;

    /// <summary>Reads the output of a sync.</summary>
    public RunReport(CommandResult command, Repo repository)
    {
        ArgumentNullException.ThrowIfNull(command);
        (Command, Repository) = (command, repository);
        _json = command.Output.Length > 0 && command.Arguments.Contains("--json") ? command.Json() : default;
        Parts = _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty("runs", out var runs)
            ? [.. runs.EnumerateArray()]
            : [_json];
    }

    /// <summary>The command.</summary>
    public CommandResult Command { get; }

    /// <summary>The repository it was for.</summary>
    public Repo Repository { get; }

    /// <summary>One report a repository; more than one where submodules were synced too.</summary>
    public IReadOnlyList<JsonElement> Parts { get; }

    /// <summary>The report of the repository itself; undefined where there was nothing to report, or a sync of many was stopped before the first was done.</summary>
    public JsonElement Main => Parts.Count > 0 ? Parts[0] : default;

    /// <summary>What it says about every file (<c>changes</c>).</summary>
    public IEnumerable<(string Repository, JsonElement Change)> Changes =>
        Parts.Where(HasReport).SelectMany(part => part.Items("changes").Select(change => (part.Text("repository"), change)));

    /// <summary>The files that could not be indexed.</summary>
    public IEnumerable<JsonElement> Failures => Parts.Where(HasReport).SelectMany(part => part.Items("failures"));

    /// <summary>The kind of the error that stopped it; empty where none did.</summary>
    public string ErrorKind => !HasReport(_json) ? ""
        : _json.TryGetProperty("error", out var error) ? error.Text("kind")
        : _json.Items("unfinished_repositories").Any() ? "interrupted"
        : _json.Items("failed_repositories").Select(failed => failed.GetProperty("error").Text("kind")).FirstOrDefault() is { } kind ? kind
        : Parts.Select(part => part.Text("status")).FirstOrDefault(status => status == "interrupted") ?? "";

    /// <summary>A commit that the report names; empty where it names none.</summary>
    public string Commit(string name) => HasReport(Main) ? Main.Text(name) : "";

    /// <summary>The sum of a number over all parts.</summary>
    public long Sum(string name) => Parts.Where(HasReport).Sum(part => part.Number(name));

    /// <summary>A line of the report by its name in words; commits by their message.</summary>
    public string Item(string name, Func<string, string> messageOf)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(messageOf);
        return name switch
        {
            "from commit" or "to commit" => messageOf(Main.Text(name.Replace(' ', '_'))),
            "texts embedded" or "contents read" or "bytes read" => Main.Text(name.Replace(' ', '_')),
            "status" or "compared" or "repository" or "collection" or "branch" or "ref" => Main.Text(name),
            "files noted" => string.Join(", ", Main.Items("notes").Select(note => note.AsText().Split(' ')[0]).Distinct()),
            "in step" => Main.Text("in_step") == "true" ? "yes" : "no",
            _ when name.StartsWith("lines ", StringComparison.Ordinal) =>
                Main.GetProperty("lines").GetProperty(name["lines ".Length..]).AsText(),
            _ when name.StartsWith("files ", StringComparison.Ordinal) =>
                Main.GetProperty("files").GetProperty(name["files ".Length..].Replace(' ', '_')).AsText(),
            _ => throw new SpecException($"The run report has no item \"{name}\"."),
        };
    }

    private static bool HasReport(JsonElement part) => part.ValueKind == JsonValueKind.Object;
}
