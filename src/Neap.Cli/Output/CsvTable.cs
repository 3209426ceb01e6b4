using System.Buffers;
using System.CommandLine;
using System.Globalization;

namespace Neap.Cli;

/// <summary>A table as comma-separated values (RFC 4180): a row of names, then one row a record; each ends with a line feed.</summary>
/// <param name="columns">The columns with their names and what stands in them; null stands for an empty cell.</param>
internal sealed class CsvTable<T>(params (string Name, Func<T, object?> Cell)[] columns)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Prints the table where that was asked for, and says whether it was.</summary>
    public bool TryWrite(CommandHost host, ParseResult parsed, IEnumerable<T> rows)
    {
        if (!parsed.GetValue<bool>(CsvOption.Name))
        {
            return false;
        }

        WriteRow(host.Out, columns.Select(column => column.Name));
        foreach (var row in rows)
        {
            WriteRow(host.Out, columns.Select(column => Text(column.Cell(row))));
        }

        return true;
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> cells) =>
        output.WriteLine(string.Join(',', cells.Select(Quoted)));

    private static string Text(object? cell) => cell switch
    {
        null => "",
        bool truth => truth ? "yes" : "no",
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Terminal.Safe($"{cell}"),
    };

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
