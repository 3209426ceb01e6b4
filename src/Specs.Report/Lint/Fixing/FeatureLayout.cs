using System.Text.RegularExpressions;
using Gherkin.Ast;
using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Fixing;

/// <summary>How the lines of a feature file should read, where they do not.</summary>
/// <remarks>What stands inside a doc string is the author's; the formatter moves it, this does not touch it.</remarks>
internal static partial class FeatureLayout
{
    /// <summary>The lines that differ, by number, counted from 1.</summary>
    public static IEnumerable<(int Number, string Wanted)> Of(FeatureText feature)
    {
        var wanted = Levels(feature).Concat(Tables(feature)).ToLookup(line => line.Number, line => line.Wanted);
        var texts = feature.Steps.Select(step => step.Node.DocString).OfType<DocString>().ToArray();
        for (var number = 1; number <= feature.Lines.Count; number++)
        {
            var line = feature.Lines[number - 1];
            var better = wanted[number].LastOrDefault() ?? line.TrimEnd();
            if (better != line && !texts.Any(text => IsInside(text, number)))
            {
                yield return (number, better);
            }
        }
    }

    /// <summary>The whole text, mended.</summary>
    public static string Mend(FeatureText feature)
    {
        var lines = feature.Lines.ToArray();
        foreach (var (number, wanted) in Of(feature))
        {
            lines[number - 1] = wanted;
        }

        return string.Join('\n', lines);
    }

    private static bool IsInside(DocString text, int number) => number > text.Location.Line
        && number <= text.Location.Line + text.Content.Split('\n').Length;

    private static IEnumerable<(int Number, string Wanted)> Levels(FeatureText feature) =>
        from node in feature.Feature.Children.SelectMany(child => Levels(child, 1)).Prepend((feature.Feature, 0))
        from line in LinesOf(node.Node)
        select (line, new string(' ', node.Level * 2) + feature.Lines[line - 1].Trim());

    /// <summary>A node stands on its own line, below those of its tags.</summary>
    private static IEnumerable<int> LinesOf(IHasLocation node) => (node as IHasTags)?.Tags
        .Select(tag => tag.Location.Line)
        .Append(node.Location.Line)
        .Distinct() ?? [node.Location.Line];

    private static IEnumerable<(IHasLocation Node, int Level)> Levels(IHasLocation node, int level) => node switch
    {
        Rule rule => rule.Children.SelectMany(child => Levels(child, level + 1)).Prepend((rule, level)),
        Scenario scenario => scenario.Steps
            .Concat<IHasLocation>(scenario.Examples)
            .Select(part => (part, level + 1))
            .Prepend((scenario, level)),
        Background background => background.Steps
            .Select(step => ((IHasLocation)step, level + 1))
            .Prepend((background, level)),
        _ => [(node, level)],
    };

    private static IEnumerable<(int Number, string Wanted)> Tables(FeatureText feature)
    {
        var inRules = feature.Rules.SelectMany(rule => rule.Children).ToHashSet();
        foreach (var child in feature.Feature.Children.Concat(inRules).OfType<StepsContainer>())
        {
            var indent = new string(' ', inRules.Contains(child) ? 8 : 6);
            foreach (var line in TablesOf(child).SelectMany(rows => Aligned([.. rows])))
            {
                yield return (line.Number, indent + line.Wanted);
            }
        }
    }

    private static IEnumerable<IEnumerable<TableRow>> TablesOf(StepsContainer container) => container.Steps
        .Select(step => step.DataTable?.Rows)
        .OfType<IEnumerable<TableRow>>()
        .Concat(((container as Scenario)?.Examples ?? [])
            .Where(block => block.TableHeader is not null)
            .Select(block => block.TableBody.Prepend(block.TableHeader)));

    private static IEnumerable<(int Number, string Wanted)> Aligned(IReadOnlyList<TableRow> rows)
    {
        var cells = rows.Select(row => row.Cells.Select(cell => Escaped(cell.Value)).ToArray()).ToArray();
        return rows.Select((row, place) => (row.Location.Line, "|" + string.Concat(cells[place].Select(
            (cell, column) => $" {Padded(cell, cells.Max(one => WidthOf(one[column])))} |"))));
    }

    /// <summary>What begins as a number stands to the right.</summary>
    private static string Padded(string cell, int width)
    {
        var blanks = new string(' ', width - WidthOf(cell));
        return Number().IsMatch(cell) ? blanks + cell : cell + blanks;
    }

    /// <summary>Letters of East Asia are two columns wide, as the formatter counts.</summary>
    private static int WidthOf(string cell) => cell.EnumerateRunes().Sum(letter => letter.Value switch
    {
        (>= 0x3000 and <= 0x9fff) or (>= 0xac00 and <= 0xd7af) or (>= 0xff01 and <= 0xff60) => 2,
        _ => 1,
    });

    private static string Escaped(string cell) => cell
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*[+-]?(?:\d|\.\d|Infinity)")]
    private static partial Regex Number();
}
