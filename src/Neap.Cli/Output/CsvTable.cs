using System.Buffers;
using System.CommandLine;
using System.Globalization;

namespace Neap.Cli;

/// <summary>A table as comma-separated values (RFC 4180): a row of names, then one row a record; each ends with CR LF.</summary>
/// <remarks>
/// A spreadsheet calculates what begins with one of <c>= + - @</c>, a tab or a line break, and a name is foreign text; such a text gets an apostrophe
/// in front, which spreadsheets take for "this is text". The JSON has every name as it is.
/// </remarks>
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

        Write(host.Out, rows, Terminal.Safe);
        return true;
    }

    /// <summary>Writes the table to a file, every text as it is.</summary>
    public void Write(TextWriter output, IEnumerable<T> rows) => Write(output, rows, text => text);

    private void Write(TextWriter output, IEnumerable<T> rows, Func<string, string> shown)
    {
        WriteRow(output, columns.Select(column => column.Name));
        foreach (var row in rows)
        {
            WriteRow(output, columns.Select(column => Text(column.Cell(row), shown)));
        }
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> cells) =>
        output.Write(string.Join(',', cells.Select(Quoted)) + "\r\n");

    private static string Text(object? cell, Func<string, string> shown) => cell switch
    {
        null => "",
        bool truth => truth ? "yes" : "no",
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Inert(shown($"{cell}")),
    };

    private static string Inert(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
