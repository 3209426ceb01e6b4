using System.Text.RegularExpressions;
using Gherkin.Ast;
using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Rules;

/// <summary>Feature files are laid out as the formatter lays them out.</summary>
internal static partial class LayoutRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "layout",
            "Lines are indented by two for each level, tables are aligned, and no line ends with blanks.",
            "Run the formatter over the file.",
            subject => subject.Features.SelectMany(feature => Layout(feature).DistinctBy(spot => spot.Line))),
    ];

    private static IEnumerable<Spot> Layout(FeatureText feature) =>
        Blanks(feature).Concat(Indents(feature)).Concat(Tables(feature));

    private static IEnumerable<Spot> Blanks(FeatureText feature)
    {
        for (var line = 0; line < feature.Lines.Count; line++)
        {
            if (feature.Lines[line].Length > 0 && char.IsWhiteSpace(feature.Lines[line][^1]))
            {
                yield return new(feature.File, line + 1, "The line ends with blanks.");
            }
        }
    }

    private static IEnumerable<Spot> Indents(FeatureText feature) => Levels(feature)
        .Where(node => node.At.Column != (node.Level * 2) + 1)
        .Select(node => feature.At(node.At, $"The line begins in column {node.At.Column} and not {(node.Level * 2) + 1}."));

    private static IEnumerable<(Location At, int Level)> Levels(FeatureText feature) =>
        feature.Feature.Children.SelectMany(child => Levels(child, 1)).Prepend((feature.Feature.Location, 0));

    private static IEnumerable<(Location At, int Level)> Levels(IHasLocation node, int level) => node switch
    {
        Rule rule => rule.Children.SelectMany(child => Levels(child, level + 1)).Prepend((rule.Location, level)),
        Scenario scenario => Levels(scenario.Steps, level + 1)
            .Concat(scenario.Examples.SelectMany(block => Levels(block, level + 1)))
            .Prepend((scenario.Location, level)),
        Background background => Levels(background.Steps, level + 1).Prepend((background.Location, level)),
        Examples block => RowsOf(block).Select(row => (row.Location, level + 1)).Prepend((block.Location, level)),
        _ => [(node.Location, level)],
    };

    private static IEnumerable<(Location At, int Level)> Levels(IEnumerable<Step> steps, int level) =>
        steps.SelectMany(step => (step.DataTable?.Rows ?? [])
            .Select(row => (row.Location, level + 1))
            .Prepend((step.Location, level)));

    private static IEnumerable<TableRow> RowsOf(Examples block) =>
        block.TableHeader is null ? [] : block.TableBody.Prepend(block.TableHeader);

    private static IEnumerable<Spot> Tables(FeatureText feature) => feature.Steps
        .Select(step => step.Node.DataTable?.Rows)
        .OfType<IEnumerable<TableRow>>()
        .Concat(feature.Scenarios.SelectMany(scenario => scenario.Node.Examples).Select(RowsOf))
        .SelectMany(rows => Table(feature, [.. rows]));

    private static IEnumerable<Spot> Table(FeatureText feature, IReadOnlyList<TableRow> rows)
    {
        var cells = rows.Select(row => row.Cells.Select(cell => Escaped(cell.Value)).ToArray()).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            var wanted = "|" + string.Concat(cells[row].Select((cell, column) =>
                $" {Padded(cell, cells.Max(one => LengthOf(one[column])))} |"));
            if (feature.Lines[rows[row].Location.Line - 1].Trim() != wanted)
            {
                yield return feature.At(rows[row].Location, $"The row is not aligned; it should read {wanted}");
            }
        }
    }

    /// <summary>What begins as a number stands to the right.</summary>
    private static string Padded(string cell, int width)
    {
        var blanks = new string(' ', width - LengthOf(cell));
        return Number().IsMatch(cell) ? blanks + cell : cell + blanks;
    }

    /// <summary>Letters of East Asia are two columns wide, as the formatter counts.</summary>
    private static int LengthOf(string cell) => cell.EnumerateRunes()
        .Sum(letter => letter.Value is (>= 0x3000 and <= 0x9fff) or (>= 0xac00 and <= 0xd7af) or (>= 0xff01 and <= 0xff60) ? 2 : 1);

    [GeneratedRegex(@"^\s*[+-]?(?:\d|\.\d|Infinity)")]
    private static partial Regex Number();

    private static string Escaped(string cell) => cell
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
