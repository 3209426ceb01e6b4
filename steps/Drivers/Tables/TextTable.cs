namespace Drivers;

/// <summary>The table below a step: headers and rows of text, as the feature file has them.</summary>
public sealed record TextTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Rows by column name; a header that is not among <paramref name="columns"/> is an error.</summary>
    public IReadOnlyList<TableRow> Read(params string[] columns)
    {
        var unknown = Headers.Except(columns).ToList();
        if (unknown.Count > 0)
        {
            throw new SpecException(
                $"This table has no column {string.Join(", ", unknown)}; it knows {string.Join(", ", columns)}.");
        }

        return [.. Rows.Select(cells => new TableRow(Headers, cells))];
    }
}

/// <summary>One row of a <see cref="TextTable"/>.</summary>
public sealed class TableRow(IReadOnlyList<string> headers, IReadOnlyList<string> cells)
{
    /// <summary>The cell; empty where the table has no such column.</summary>
    public string this[string column] => Find(column) ?? "";

    /// <summary>The cell; null where the table has no such column.</summary>
    public string? Find(string column)
    {
        var index = headers.ToList().IndexOf(column);
        return index < 0 ? null : cells[index];
    }

    /// <summary>The cell, or what stands for an absent or blank one.</summary>
    public string Or(string column, string otherwise) => this[column] is { Length: > 0 } cell ? cell : otherwise;
}
