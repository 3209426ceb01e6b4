using System.Text;

namespace Reqnroll;

/// <summary>Prints rows as a feature file shows them.</summary>
internal static class TablePrinter
{
    public static string Print(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var lines = rows.Prepend(header).Select(row => row.Select(Escape).ToArray()).ToArray();
        var widths = Enumerable.Range(0, lines[0].Length)
            .Select(column => lines.Max(line => line[column].Length))
            .ToArray();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, column) => cell.PadRight(widths[column]));
            text.Append("| ").AppendJoin(" | ", cells).Append(" |").Append('\n');
        }

        return text.ToString();
    }

    private static string Escape(string cell) => cell
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
