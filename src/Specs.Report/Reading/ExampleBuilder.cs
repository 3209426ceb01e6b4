using Specs.Report.Model;
using Ast = Gherkin.Ast;

namespace Specs.Report.Reading;

/// <summary>Expands one scenario into what is executed.</summary>
internal sealed class ExampleBuilder(string path, Ast.Scenario scenario, Surroundings around, AnchorBook anchors)
{
    private readonly Step[] _steps = FeatureBuilder.Steps(scenario.Steps);
    private readonly string[] _tags = [.. around.Tags, .. FeatureBuilder.Tags(scenario.Tags)];

    public Example Plain(string anchor) => Make(anchor, scenario.Location.Line, _tags, Row.None);

    public ExampleBlock BlockOf(Ast.Examples block)
    {
        var header = block.TableHeader?.Cells.Select(cell => cell.Value).ToArray() ?? [];
        var tags = FeatureBuilder.Tags(block.Tags);
        return new(
            block.Location.Line,
            block.Keyword,
            block.Name,
            Texts.Dedent(block.Description),
            tags,
            header,
            [.. (block.TableBody ?? []).Select(row => RowOf(row, header, tags))]);
    }

    private Example RowOf(Ast.TableRow cells, string[] header, string[] tags)
    {
        var row = new Row(header, [.. cells.Cells.Select(cell => cell.Value)]);
        var anchor = anchors.Take(Anchors.OfScenario(path, scenario.Name, row.Pairs));
        return Make(anchor, cells.Location.Line, [.. _tags, .. tags], row);
    }

    private Example Make(string anchor, int line, string[] tags, Row row)
    {
        // A scenario without steps executes nothing, not even a background.
        var background = _steps.Length > 0 ? around.Steps : [];
        return new()
        {
            Anchor = anchor,
            Path = path,
            Line = line,
            Name = row.Fill(scenario.Name),
            ScenarioName = scenario.Name,
            FeatureName = around.Feature,
            Tags = [.. tags.Distinct(StringComparer.Ordinal)],
            Cells = row.Cells,
            Steps = [.. background, .. _steps.Select(row.Fill)],
            BackgroundSteps = background.Count,
        };
    }
}
