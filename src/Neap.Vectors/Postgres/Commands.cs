using Npgsql;
using NpgsqlTypes;

namespace Neap.Vectors.Postgres;

/// <summary>Statements with their values bound as <c>$1</c>, <c>$2</c> and so on; never one inside the other's text.</summary>
internal static class Commands
{
    /// <summary>Prepares to run a statement; a value that is null stands for NULL.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts are constants of this folder, table names end in numbers of our own
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public static async Task<int> RunAsync(
        this NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = connection.Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The first value of the first row; the type's default where there is none.</summary>
    public static async Task<T?> ScalarAsync<T>(
        this NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = connection.Command(sql, values);
        return await command.ExecuteScalarAsync(cancellation) is T value ? value : default;
    }

    /// <summary>The first row.</summary>
    public static async Task<object[]> RowAsync(
        this NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] values)
    {
        var rows = await connection.ReadAsync(
            sql,
            row =>
            {
                var cells = new object[row.FieldCount];
                row.GetValues(cells);
                return cells;
            },
            cancellation,
            values);
        return rows[0];
    }

    /// <summary>All rows, made into values.</summary>
    public static async Task<List<T>> ReadAsync<T>(
        this NpgsqlConnection connection,
        string sql,
        Func<NpgsqlDataReader, T> make,
        CancellationToken cancellation,
        params object?[] values)
    {
        await using var command = connection.Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var all = new List<T>();
        while (await rows.ReadAsync(cancellation))
        {
            all.Add(make(rows));
        }

        return all;
    }

    /// <summary>A column's text; null where it is NULL.</summary>
    public static string? TextOrNull(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Ends a connection for good: a pool would keep it, and with it the locks of its session.</summary>
    public static async Task CloseForGoodAsync(this NpgsqlConnection connection)
    {
        try
        {
            await connection.RunAsync("SELECT pg_advisory_unlock_all()", CancellationToken.None);
        }
        catch (Exception gone) when (PostgresTrouble.Is(gone) || gone is InvalidOperationException)
        {
            // The server lets go by itself of what a connection that is gone has held.
        }

        await connection.DisposeAsync();
    }

    /// <summary>A text that may be NULL; the driver cannot guess the type of nothing.</summary>
    public static NpgsqlParameter Text(string? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    /// <summary>A number that may be NULL.</summary>
    public static NpgsqlParameter Number(long? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = (object?)value ?? DBNull.Value };

    /// <summary>A time that may be NULL.</summary>
    public static NpgsqlParameter Time(DateTimeOffset? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = (object?)value?.UtcDateTime ?? DBNull.Value };
}
