using Microsoft.Data.Sqlite;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Looks an index file over from end to end, without changing it.</summary>
public static class StoreCheck
{
    private const string WithoutContent =
        "SELECT count(*) FROM file f WHERE f.blob IS NOT NULL AND NOT EXISTS (SELECT 1 FROM blob b WHERE b.id=f.blob)";

    /// <summary>Reads every page of the file, and asks for every table.</summary>
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
            return await LookAsync(connection, cancellation);
        }
        catch (SqliteException damaged)
        {
            throw SqliteTrouble.Of(options.Path, damaged.SqliteErrorCode, 0, damaged.Message);
        }
    }

    private static async Task<StoreHealth> LookAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        var version = await NumberAsync(connection, "PRAGMA user_version", cancellation);
        var tables = await TextsAsync(connection, "SELECT name FROM sqlite_master WHERE type='table'", cancellation);
        var problems = new List<string>(await IntegrityAsync(connection, cancellation));
        var missing = await MissingAsync(connection, version, [.. tables], cancellation);
        problems.AddRange(missing.Select(table => $"the table {table} is missing"));
        if (missing.Count == 0 && await NumberAsync(connection, WithoutContent, cancellation) is > 0 and var files)
        {
            problems.Add($"the content of {files} files is gone; `neap index verify --repair` reads it again");
        }

        return new StoreHealth(
            version, problems, await CountAsync("revision"), await CountAsync("blob"), await CountAsync("chunk"));

        async Task<long> CountAsync(string table) =>
            tables.Contains(table) ? await NumberAsync(connection, $"SELECT count(*) FROM {table}", cancellation) : 0;
    }

    /// <summary>An older format has fewer tables; the next sync makes those that it lacks.</summary>
    private static async Task<IReadOnlyList<string>> MissingAsync(
        SqliteConnection connection, long version, HashSet<string> tables, CancellationToken cancellation)
    {
        var wanted = version < Schema.Version ? [] : Schema.Tables.ToList();
        if (tables.Contains("content_key"))
        {
            wanted.AddRange(await TextsAsync(
                connection, "SELECT 'lexical_' || id FROM content_key WHERE lexical ORDER BY id", cancellation));
        }

        return [.. wanted.Where(table => !tables.Contains(table))];
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = Command(connection, question);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<IReadOnlyList<string>> IntegrityAsync(
        SqliteConnection connection, CancellationToken cancellation) =>
        await TextsAsync(connection, "PRAGMA integrity_check", cancellation) is var problems && problems is ["ok"] ? [] : problems;

    private static async Task<IReadOnlyList<string>> TextsAsync(
        SqliteConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = Command(connection, question);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var texts = new List<string>();
        while (await rows.ReadAsync(cancellation))
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }

    private static SqliteCommand Command(SqliteConnection connection, string question)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts are constants of this class
        command.CommandText = question;
#pragma warning restore CA2100
        return command;
    }
}

/// <summary>How an index file is.</summary>
/// <param name="SchemaVersion">The version of its tables; null where they cannot be read.</param>
/// <param name="Problems">What SQLite finds wrong, and what is missing; empty where the file is sound.</param>
/// <param name="Revisions">Revisions it shows.</param>
/// <param name="Blobs">Contents it knows.</param>
/// <param name="Chunks">Chunks it holds.</param>
public sealed record StoreHealth(
    long? SchemaVersion, IReadOnlyList<string> Problems, long Revisions, long Blobs, long Chunks);
