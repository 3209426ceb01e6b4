using System.Text.Json;

namespace Specs.Report.Reading;

/// <summary>What the messages say of examples before any of them runs.</summary>
internal sealed class PickleBook
{
    private readonly Dictionary<string, Pickle> _pickles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hooks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _snippets = new(StringComparer.Ordinal);

    public Pickle Find(string id) => _pickles.GetValueOrDefault(id) ?? new(id, "", 0, id, []);

    public string Hook(string id) => _hooks.GetValueOrDefault(id) is { Length: > 0 } name ? name : "hook";

    public IReadOnlyList<string> Snippets(string stepId) => _snippets.GetValueOrDefault(stepId) ?? [];

    /// <summary>False where the message is about something else.</summary>
    public bool TryAdd(string kind, JsonElement body)
    {
        switch (kind)
        {
            case "gherkinDocument":
                Remember(body);
                break;
            case "pickle":
                Add(body);
                break;
            case "hook":
                _hooks[body.Text("id")] = body.Text("name");
                break;
            case "suggestion":
                Suggest(body);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Notes the line of every node that has an id; older writers place a pickle by its nodes only.</summary>
    private void Remember(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Remember(item);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (node.Text("id") is { Length: > 0 } id && node.Child("location") is { } location)
            {
                _lines[id] = (int)location.Number("line");
            }

            foreach (var part in node.EnumerateObject())
            {
                Remember(part.Value);
            }
        }
    }

    private void Add(JsonElement body)
    {
        var node = body.List("astNodeIds").Select(id => id.GetString()).LastOrDefault() ?? "";
        var line = body.Child("location")?.Number("line") ?? _lines.GetValueOrDefault(node);
        _pickles[body.Text("id")] = new(
            body.Text("id"),
            body.Text("uri").Replace('\\', '/'),
            (int)line,
            body.Text("name"),
            [.. body.List("steps").Select(StepOf)]);
    }

    private static PickleStep StepOf(JsonElement step)
    {
        var argument = step.Child("argument") ?? default;
        var rows = argument.Child("dataTable")?.List("rows")
            .Select(row => string.Join('\u0001', row.List("cells").Select(cell => cell.Text("value"))));
        return new(
            step.Text("id"),
            step.Text("text"),
            argument.Child("docString")?.Text("content"),
            rows is null ? null : string.Join('\u0002', rows));
    }

    private void Suggest(JsonElement body)
    {
        var id = body.Text("pickleStepId");
        if (!_snippets.TryGetValue(id, out var known))
        {
            _snippets[id] = known = [];
        }

        known.AddRange(body.List("snippets").Select(snippet => snippet.Text("code")));
    }
}

/// <summary>An example as the runner saw it.</summary>
/// <param name="Id">Its id within the file of messages.</param>
/// <param name="Uri">The feature file, in the runner's words.</param>
/// <param name="Line">The line of the scenario or row; 0 where nothing tells.</param>
/// <param name="Name">The title with values filled in.</param>
/// <param name="Steps">Background steps first.</param>
internal sealed record Pickle(string Id, string Uri, int Line, string Name, IReadOnlyList<PickleStep> Steps);

/// <summary>A step as the runner saw it.</summary>
/// <param name="Id">Its id within the file of messages.</param>
/// <param name="Text">What it says.</param>
/// <param name="DocString">The text below it; null where there is none.</param>
/// <param name="Table">The table below it, in one string; null where there is none.</param>
internal sealed record PickleStep(string Id, string Text, string? DocString, string? Table);
