using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

/// <summary>A row of a table, read by column name or by place.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is given by the API that bindings are written against.")]
public sealed class DataTableRow : IDictionary<string, string>
{
    private readonly Table table;
    private readonly string[] cells;

    internal DataTableRow(Table table, string[] cells)
    {
        this.table = table;
        this.cells = cells;
    }

    /// <summary>The column names.</summary>
    public ICollection<string> Keys => table.Header;

    /// <summary>The cells, in the order of the columns.</summary>
    public ICollection<string> Values => cells;

    /// <summary>The number of cells.</summary>
    public int Count => cells.Length;

    /// <summary>Cells can be replaced, columns cannot.</summary>
    public bool IsReadOnly => false;

    /// <summary>The cell of a column.</summary>
    public string this[string header]
    {
        get => cells[table.IndexOf(header)];
        set => cells[table.IndexOf(header)] = value;
    }

    /// <summary>The cell at a place, counted from 0.</summary>
    public string this[int index]
    {
        get => cells[index];
        set => cells[index] = value;
    }

    /// <summary>Whether the table has this column.</summary>
    public bool ContainsKey(string key) => table.ContainsColumn(key);

    /// <summary>Asks for the cell of a column.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var index = table.Find(key);
        value = index < 0 ? null : cells[index];
        return index >= 0;
    }

    /// <summary>Whether the row has this cell in this column.</summary>
    public bool Contains(KeyValuePair<string, string> item) =>
        TryGetValue(item.Key, out var value) && value == item.Value;

    /// <summary>Copies the cells with their column names.</summary>
    public void CopyTo(KeyValuePair<string, string>[] array, int arrayIndex) =>
        table.Header.Zip(cells, KeyValuePair.Create).ToArray().CopyTo(array, arrayIndex);

    /// <summary>The cells with their column names.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        table.Header.Zip(cells, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Not possible: a row has the columns of its table.</summary>
    public void Add(string key, string value) => throw Fixed();

    /// <summary>Not possible: a row has the columns of its table.</summary>
    public void Add(KeyValuePair<string, string> item) => throw Fixed();

    /// <summary>Not possible: a row has the columns of its table.</summary>
    public void Clear() => throw Fixed();

    /// <summary>Not possible: a row has the columns of its table.</summary>
    public bool Remove(string key) => throw Fixed();

    /// <summary>Not possible: a row has the columns of its table.</summary>
    public bool Remove(KeyValuePair<string, string> item) => throw Fixed();

    private static NotSupportedException Fixed() => new("A row has the columns of its table.");
}
