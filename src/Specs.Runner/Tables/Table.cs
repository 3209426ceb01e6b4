namespace Reqnroll;

/// <summary>The table below a step: a header and rows of text.</summary>
public class Table
{
    private readonly List<string> header;

    /// <summary>A table without rows.</summary>
    public Table(params string[] header)
    {
        if (header is not { Length: > 0 })
        {
            throw new ArgumentException("A table needs at least one column.", nameof(header));
        }

        this.header = [.. header];
        Rows = new DataTableRows();
    }

    /// <summary>The column names.</summary>
    public ICollection<string> Header => header.AsReadOnly();

    /// <summary>The rows below the header.</summary>
    public DataTableRows Rows { get; }

    /// <summary>The number of rows below the header.</summary>
    public int RowCount => Rows.Count;

    /// <summary>Whether a column has exactly this name.</summary>
    public bool ContainsColumn(string column) => header.Contains(column);

    /// <summary>Appends a row, a cell a column.</summary>
    public void AddRow(params string[] cells)
    {
        if (cells.Length != header.Count)
        {
            throw new ArgumentException(
                $"The table has {header.Count} columns ({string.Join(", ", header)}) and the row {cells.Length} cells.",
                nameof(cells));
        }

        Rows.Add(new DataTableRow(this, cells));
    }

    /// <summary>Appends a row by column name; columns that are not given stay empty.</summary>
    public void AddRow(IDictionary<string, string> values) =>
        AddRow(header.Select(column => values.TryGetValue(column, out var value) ? value : "").ToArray());

    /// <summary>Gives a column another name.</summary>
    public void RenameColumn(string oldColumn, string newColumn) => header[IndexOf(oldColumn)] = newColumn;

    /// <summary>The table as it would stand in a feature file.</summary>
    public override string ToString() => TablePrinter.Print(header, Rows.Select(row => row.Values));

    internal int IndexOf(string column)
    {
        var index = header.IndexOf(column);
        return index >= 0
            ? index
            : throw new KeyNotFoundException(
                $"Could not find a column named '{column}' in the table; it has {string.Join(", ", header)}.");
    }

    internal int Find(string column) => header.IndexOf(column);
}
