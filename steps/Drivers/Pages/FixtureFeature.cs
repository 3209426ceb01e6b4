using System.Text;

namespace Drivers;

/// <summary>A feature of a made-up suite: its text, and where in it everything stands.</summary>
public sealed class FixtureFeature
{
    private readonly StringBuilder _text = new();
    private int _line;

    /// <summary>Writes the feature of some examples that share its title.</summary>
    public FixtureFeature(IReadOnlyList<FixtureExample> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        (Name, Path) = (examples[0].Feature, $"{examples[0].Folder}/{Slug(examples[0].Feature)}.feature");
        Add($"Feature: {Name}");
        Add("  Owners rely on it, **always**.");
        Add("");
        Add("  Background:");
        BackgroundLine = _line + 1;
        Add("    Given the shop is open");
        foreach (var rule in examples.GroupBy(example => example.Rule))
        {
            Add("");
            Add($"  Rule: {rule.Key}");
            RuleLines.Add((rule.Key, _line));
            rule.GroupBy(example => example.Name).ToList().ForEach(scenario => AddScenario([.. scenario]));
        }
    }

    /// <summary>Its title.</summary>
    public string Name { get; }

    /// <summary>Its path below the features folder.</summary>
    public string Path { get; }

    /// <summary>Its text.</summary>
    public string Text => _text.ToString();

    /// <summary>The line of its background step.</summary>
    public int BackgroundLine { get; }

    /// <summary>Its rules with their lines.</summary>
    public List<(string Name, int Line)> RuleLines { get; } = [];

    /// <summary>Its examples: the line of the scenario, and that of the row for an outline's.</summary>
    public List<(FixtureExample Example, int Line, int RowLine)> Examples { get; } = [];

    private static string Slug(string name)
    {
        var slug = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return slug.Length > 60 ? slug[..60] : slug;
    }

    private void AddScenario(IReadOnlyList<FixtureExample> rows)
    {
        var first = rows[0];
        Add("");
        if (first.Tags.Count > 0)
        {
            Add($"    {string.Join(' ', first.Tags)}");
        }

        Add(first.Row is null ? $"    Scenario: {first.Name}" : $"    Scenario Outline: {first.Name}");
        var line = _line;
        Add(first.Row is null ? "      Given a basket" : "      Given a basket with <what>");
        if (first.DocString is { } text)
        {
            Add("        \"\"\"");
            text.ReplaceLineEndings("\n").Split('\n').ToList().ForEach(part => Add($"        {part.Replace("\"\"\"", "\\\"\\\"\\\"", StringComparison.Ordinal)}"));
            Add("        \"\"\"");
        }

        Add($"      When {first.Event}");
        Add("      Then a receipt is printed");
        first.Table.ToList().ForEach(cells => Add($"        | {string.Join(" | ", cells.Select(Cell))} |"));
        AddRows(rows, line);
    }

    private void AddRows(IReadOnlyList<FixtureExample> rows, int line)
    {
        if (rows[0].Row is null)
        {
            Examples.Add((rows[0], line, 0));
            return;
        }

        Add("");
        Add("      Examples:");
        Add("        | what |");
        foreach (var row in rows)
        {
            Add($"        | {Cell(row.Row!)} |");
            Examples.Add((row, line, _line));
        }
    }

    private static string Cell(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private void Add(string line)
    {
        _line++;
        _text.Append(line).Append('\n');
    }
}
