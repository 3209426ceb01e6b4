using Gherkin;
using Gherkin.Ast;

namespace Specs.Report.Lint.Sources;

/// <summary>What a step is for, with And and But resolved.</summary>
internal enum StepPurpose
{
    Given,
    When,
    Then,
}

/// <summary>A scenario or outline in its file.</summary>
internal sealed class ScenarioText(FeatureText feature, Scenario scenario)
{
    public FeatureText Feature => feature;

    public Scenario Node => scenario;

    /// <summary>Its own steps, without those of backgrounds.</summary>
    public IReadOnlyList<StepText> Steps { get; } = StepText.Of(scenario.Steps);

    /// <summary>All rows of all its blocks.</summary>
    public IReadOnlyList<TableRow> Rows { get; } = [.. scenario.Examples.SelectMany(block => block.TableBody ?? [])];

    /// <summary>The columns of its rows; none for a plain scenario.</summary>
    public IReadOnlyList<string> Columns { get; } =
        [.. scenario.Examples.FirstOrDefault()?.TableHeader?.Cells.Select(cell => cell.Value) ?? []];

    /// <summary>What stands in its rows, by column: placeholders carry it into the steps.</summary>
    public IEnumerable<(int Line, string Column, string Text)> Cells =>
        from block in scenario.Examples
        where block.TableHeader is not null
        from row in (TableRow[])[block.TableHeader, .. block.TableBody]
        from cell in block.TableHeader.Cells.Zip(row.Cells, (name, cell) => (Name: name.Value, Text: cell.Value))
        select (row.Location.Line, cell.Name, cell.Text);

    public Spot Spot(string message) => feature.At(scenario.Location, message);

    public Spot At(Location location, string message) => feature.At(location, message);
}

/// <summary>A step with its purpose.</summary>
internal sealed record StepText(Step Node, StepPurpose Purpose)
{
    /// <summary>The text, and what stands in tables and doc strings below it.</summary>
    public IEnumerable<(int Line, string Text)> Words =>
    [
        (Node.Location.Line, Node.Text),
        .. (Node.DataTable?.Rows ?? []).SelectMany(row => row.Cells.Select(cell => (row.Location.Line, cell.Value))),
        .. (Node.DocString?.Content ?? "").Split('\n')
            .Select((line, place) => ((Node.DocString?.Location.Line ?? 0) + 1 + place, line))
            .Where(line => line.line.Length > 0),
    ];

    public static IReadOnlyList<StepText> Of(IEnumerable<Step> steps)
    {
        var purpose = StepPurpose.Given;
        var found = new List<StepText>();
        foreach (var step in steps)
        {
            purpose = step.KeywordType switch
            {
                StepKeywordType.Context => StepPurpose.Given,
                StepKeywordType.Action => StepPurpose.When,
                StepKeywordType.Outcome => StepPurpose.Then,
                _ => purpose,
            };
            found.Add(new(step, purpose));
        }

        return found;
    }
}
