namespace Reqnroll.Assist;

/// <summary>The cells that describe one instance: column name and text.</summary>
internal static class Cells
{
    public static IReadOnlyList<KeyValuePair<string, string>> OfInstance(Table table, Type type) =>
        IsVertical(table, type)
            ? [.. table.Rows.Select(row => KeyValuePair.Create(row[0], row[1]))]
            : [.. table.Rows[0]];

    /// <summary>A vertical table has a property a row: its name, then its value.</summary>
    private static bool IsVertical(Table table, Type type)
    {
        var header = table.Header.ToArray();
        if (header.Length != 2)
        {
            return table.RowCount == 1
                ? false
                : throw new ArgumentException("A table for one instance has one row, or two columns: name and value.");
        }

        return table.RowCount != 1
            || (header[0] == "Field" && header[1] == "Value")
            || TableMember.Of(type).Any(member => member.Fits(table.Rows[0][0]));
    }
}
