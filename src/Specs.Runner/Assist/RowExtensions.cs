using System.Globalization;

namespace Reqnroll.Assist;

/// <summary>Reads the cells of a row as values.</summary>
public static class RowExtensions
{
    /// <summary>The text of a cell.</summary>
    public static string GetString(this DataTableRow row, string id) => row[id];

    /// <summary>The cell as a whole number; empty is the least one.</summary>
    public static int GetInt32(this DataTableRow row, string id) =>
        row[id].Length == 0 ? int.MinValue : int.Parse(row[id], CultureInfo.CurrentCulture);

    /// <summary>The cell as a long whole number; empty is the least one.</summary>
    public static long GetInt64(this DataTableRow row, string id) =>
        row[id].Length == 0 ? long.MinValue : long.Parse(row[id], CultureInfo.CurrentCulture);

    /// <summary>The cell as a decimal number; empty is the least one.</summary>
    public static decimal GetDecimal(this DataTableRow row, string id) =>
        row[id].Length == 0 ? decimal.MinValue : decimal.Parse(row[id], CultureInfo.CurrentCulture);

    /// <summary>The cell as a floating-point number; empty is the least one.</summary>
    public static double GetDouble(this DataTableRow row, string id) =>
        row[id].Length == 0 ? double.MinValue : double.Parse(row[id], CultureInfo.CurrentCulture);

    /// <summary>The cell as true or false; anything else is an error.</summary>
    public static bool GetBoolean(this DataTableRow row, string id) => bool.Parse(row[id]);

    /// <summary>The cell as a time; empty is the earliest one.</summary>
    public static DateTime GetDateTime(this DataTableRow row, string id) =>
        row[id].Length == 0 ? DateTime.MinValue : DateTime.Parse(row[id], CultureInfo.CurrentCulture);

    /// <summary>The cell as a Guid; empty is the empty one.</summary>
    public static Guid GetGuid(this DataTableRow row, string id) =>
        row[id].Length == 0 ? Guid.Empty : Guid.Parse(row[id]);

    /// <summary>The cell as a name of an enumeration, whatever its case and spaces.</summary>
    public static T GetEnum<T>(this DataTableRow row, string id)
        where T : struct, Enum => (T)CellReader.Read(row[id], typeof(T))!;

    /// <summary>The row as an instance, a column a property.</summary>
    public static T CreateInstance<T>(this DataTableRow row) => (T)InstanceBuilder.Build(typeof(T), [.. row], null);
}
