using Gherkin.Ast;

namespace Specs.Runner.Generator.Reading;

/// <summary>A row of an Examples table under its header.</summary>
internal sealed record Row(string[] Header, TableRow Cells)
{
    public string[] Values { get; } = Cells.Cells.Select(cell => cell.Value).ToArray();
}

/// <summary>Fills placeholders; outside an outline there is no row and nothing to fill.</summary>
internal static class Placeholders
{
    public static string Fill(this Row? row, string text)
    {
        for (var column = 0; column < (row?.Header.Length ?? 0); column++)
        {
            text = text.Replace($"<{row!.Header[column]}>", row.Values[column]);
        }

        return text;
    }
}
