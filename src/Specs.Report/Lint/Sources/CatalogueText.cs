using System.Text.RegularExpressions;

namespace Specs.Report.Lint.Sources;

/// <summary>The catalogue of steps as it lies in the features folder, with what one searches it for.</summary>
/// <param name="File">The path as findings name it.</param>
/// <param name="Rows">Its rows from top to bottom.</param>
internal sealed partial record CatalogueText(string File, IReadOnlyList<CatalogueRow> Rows)
{
    /// <summary>Null where the suite has no catalogue.</summary>
    public static CatalogueText? Read(string file, string name) =>
        System.IO.File.Exists(file) ? new(name, [.. Parse(System.IO.File.ReadAllLines(file))]) : null;

    private static IEnumerable<CatalogueRow> Parse(string[] lines)
    {
        var kind = "";
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith("## ", StringComparison.Ordinal))
            {
                kind = lines[at][3..];
            }
            else if (Row().Match(lines[at]) is { Success: true } row)
            {
                yield return new(at + 1, kind, row.Groups["step"].Value, row.Groups["definition"].Value);
            }
        }
    }

    [GeneratedRegex(@"^\| (?<step>`` .* ``) \| \d+ \| \d+ \| .* \| (?<definition>[^|]*) \|$")]
    private static partial Regex Row();
}

/// <summary>One step of the catalogue.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Kind">The heading above it: Given, When, Then or StepDefinition.</param>
/// <param name="Step">The expression as the catalogue writes it.</param>
/// <param name="Definition">The class that holds it.</param>
internal sealed record CatalogueRow(int Line, string Kind, string Step, string Definition);
