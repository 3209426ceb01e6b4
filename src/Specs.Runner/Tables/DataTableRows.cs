using System.Collections;

namespace Reqnroll;

/// <summary>The rows of a table, in order.</summary>
public sealed class DataTableRows : IReadOnlyList<DataTableRow>
{
    private readonly List<DataTableRow> rows = [];

    internal DataTableRows()
    {
    }

    /// <summary>The number of rows.</summary>
    public int Count => rows.Count;

    /// <summary>The row at a place, counted from 0.</summary>
    public DataTableRow this[int index] => rows[index];

    /// <summary>The rows from the first to the last.</summary>
    public IEnumerator<DataTableRow> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => rows.GetEnumerator();

    internal void Add(DataTableRow row) => rows.Add(row);
}
