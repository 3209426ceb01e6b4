using Microsoft.Data.Sqlite;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Looks an index file over from end to end, without changing it.</summary>
public static class StoreCheck
{
    /// <summary>Reads every page of the file.</summary>
    /// <exception cref="NeapException">The file is missing, foreign, newer, or cannot be opened.</exception>
    public static async Task<StoreHealth> RunAsync(SqliteStoreOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        SqliteNative.ShareWithMicrosoftData();
        await using var store = await SqliteIndexStore.OpenAsync(options with { Mode = StoreMode.ReadOnly }, cancellation);
        await using (await store.OpenSnapshotAsync(cancellation))
        {
            // Opening has already refused what is no index of ours.
        }

        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        await using var connection = new SqliteConnection(builder.ToString());
        try
        {
            await connection.OpenAsync(cancellation);
            return new StoreHealth(
                await NumberAsync(connection, "PRAGMA user_version", cancellation),
                await ProblemsAsync(connection, cancellation),
                await NumberAsync(connection, "SELECT count(*) FROM revision", cancellation),
                await NumberAsync(connection, "SELECT count(*) FROM blob", cancellation),
                await NumberAsync(connection, "SELECT count(*) FROM chunk", cancellation));
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26)
        {
            throw SqliteTrouble.Of(options.Path, damaged.SqliteErrorCode, 0, damaged.Message);
        }
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var problems = new List<string>();
        while (await rows.ReadAsync(cancellation))
        {
            problems.Add(rows.GetString(0));
        }

        return problems is ["ok"] ? [] : problems;
    }
}

/// <summary>How an index file is.</summary>
/// <param name="SchemaVersion">The version of its tables; null where they cannot be read.</param>
/// <param name="Problems">What SQLite finds wrong; empty where the file is sound.</param>
/// <param name="Revisions">Revisions it shows.</param>
/// <param name="Blobs">Contents it knows.</param>
/// <param name="Chunks">Chunks it holds.</param>
public sealed record StoreHealth(
    long? SchemaVersion, IReadOnlyList<string> Problems, long Revisions, long Blobs, long Chunks);
