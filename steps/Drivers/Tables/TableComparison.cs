using System.Text;
using FluentAssertions.Execution;

namespace Drivers;

/// <summary>Compares what a table says with what is, regardless of row order, and shows the difference as a table.</summary>
public static class TableComparison
{
    private const int LongestMessage = 36;

    /// <summary>Every expected row is there once and no other; only the table's own columns are compared.</summary>
    public static void ShouldBeExactly(
        this TextTable expected, string subject, IEnumerable<IReadOnlyDictionary<string, string>> actual)
    {
        var seen = actual.Select(row => (IReadOnlyList<string>)[.. expected.Headers.Select(h => Cell(row, h))]).ToList();
        var lines = new List<(string Mark, IReadOnlyList<string> Cells)>();
        foreach (var row in expected.Rows.Select(Readable))
        {
            var match = seen.FindIndex(candidate => candidate.SequenceEqual(row));
            lines.Add((match < 0 ? "missing" : "", row));
            if (match >= 0)
            {
                seen.RemoveAt(match);
            }
        }

        lines.AddRange(seen.Select(row => ("surplus", row)));
        using var scope = new AssertionScope(subject);
        scope.ForCondition(lines.TrueForAll(line => line.Mark.Length == 0))
            .FailWith(() => new FailReason("{context} otherwise than the table says: {0}", $"\n{Print(expected.Headers, lines)}"));
    }

    private static IReadOnlyList<string> Readable(IReadOnlyList<string> cells) =>
        [.. cells.Select(cell => PathText.Show(PathText.Read(cell)))];

    private static string Cell(IReadOnlyDictionary<string, string> row, string header) =>
        row.TryGetValue(header, out var cell)
            ? PathText.Show(cell)
            : throw new SpecException($"This table has no column {header}; it knows {string.Join(", ", row.Keys)}.");

    private static string Print(IReadOnlyList<string> headers, List<(string Mark, IReadOnlyList<string> Cells)> lines)
    {
        var widths = headers.Select((h, i) => lines.Select(line => line.Cells[i].Length).Append(h.Length).Max()).ToArray();
        var text = new StringBuilder();
        Append(text, "", headers, widths);
        var wrongFirst = lines.Count > LongestMessage ? lines.OrderBy(line => line.Mark.Length == 0).ToList() : lines;
        foreach (var (mark, cells) in wrongFirst.Take(LongestMessage))
        {
            Append(text, mark, cells, widths);
        }

        return lines.Count > LongestMessage ? $"{text}  and {lines.Count - LongestMessage} more rows" : text.ToString();
    }

    private static void Append(StringBuilder text, string mark, IReadOnlyList<string> cells, int[] widths) =>
        text.Append(mark.PadLeft(8)).Append(" | ")
            .AppendJoin(" | ", cells.Select((cell, i) => cell.PadRight(widths[i]))).Append(" |\n");
}
