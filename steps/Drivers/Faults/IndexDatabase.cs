using Microsoft.Data.Sqlite;
using Neap.Vectors.Sqlite;

namespace Drivers;

/// <summary>The index file as another program would open it, behind the product's back.</summary>
/// <remarks>Both use one copy of SQLite: two in one process drop each other's locks, and half-bound they crash.</remarks>
internal static class IndexDatabase
{
    /// <summary>Runs statements; each may name its values <c>$1</c>, <c>$2</c> and so on.</summary>
    public static int Execute(string file, string sql, params object[] values)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>One number; null where the file or the table is not there yet.</summary>
    public static long? Number(string file, string sql)
    {
        try
        {
            using var connection = Open(file);
            using var command = Command(connection, sql, []);
            return command.ExecuteScalar() as long?;
        }
        catch (SqliteException)
        {
            return null; // not written yet, or being written
        }
    }

    /// <summary>One text.</summary>
    public static string Text(string file, string sql)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, []);
        return command.ExecuteScalar() as string ?? "";
    }

    /// <summary>All rows of a question.</summary>
    public static List<object[]> Rows(string file, string sql, params object[] values)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>True while another process is in the middle of a write.</summary>
    public static bool IsHeld(string file)
    {
        using var connection = Open(file);
        return SQLitePCL.raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE") == SQLitePCL.raw.SQLITE_BUSY;
    }

    private static SqliteConnection Open(string file)
    {
        SqliteNative.ShareWithMicrosoftData();
        var place = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        var connection = new SqliteConnection(place.ToString());
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text comes from the drivers themselves
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.AddWithValue($"${command.Parameters.Count + 1}", value);
        }

        return command;
    }
}
