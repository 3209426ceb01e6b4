using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Looks a database over, without changing it: what works, and what is missing.</summary>
public static class PostgresCheck
{
    /// <summary>Asks the server.</summary>
    /// <exception cref="NeapException">It does not answer, or refuses the role.</exception>
    public static async Task<PostgresHealth> RunAsync(PostgresOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            await using var connection = await PostgresPools.Get(options).OpenConnectionAsync(cancellation);
            return await LookAsync(connection, options, cancellation);
        }
        catch (Exception failure) when (PostgresTrouble.IsSayable(failure))
        {
            throw PostgresTrouble.Of(options, failure);
        }
    }

    private static async Task<PostgresHealth> LookAsync(
        NpgsqlConnection connection, PostgresOptions options, CancellationToken cancellation)
    {
        var row = await connection.RowAsync(
            """
            SELECT current_setting('server_version'), current_database()::text, current_user::text,
              coalesce((SELECT extversion FROM pg_extension WHERE extname = 'vector'), ''),
              coalesce((SELECT default_version FROM pg_available_extensions WHERE name = 'vector'), ''),
              coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false),
              coalesce(has_schema_privilege(to_regnamespace('neap'), 'CREATE'), has_database_privilege(current_database(), 'CREATE')),
              coalesce(has_schema_privilege(to_regnamespace('neap'), 'USAGE'), true)
            """,
            cancellation);
        var health = new PostgresHealth
        {
            Server = (string)row[0],
            Database = (string)row[1],
            Role = (string)row[2],
            VectorVersion = (string)row[3],
            VectorAvailable = (string)row[4],
            IsEncrypted = (bool)row[5],
            MayWrite = (bool)row[6],
            MayRead = (bool)row[7],
            KeepsSessions = await KeptSession.IsKeptAsync(connection, options, cancellation),
            SchemaVersion = (bool)row[7] ? await SchemaUpgrade.VersionAsync(connection, options, cancellation) : null,
        };
        if (health.SchemaVersion != Migrations.Latest || !health.MayRead)
        {
            return health;
        }

        var missing = await MissingAsync(connection, cancellation);
        return missing.Count == 0 ? await CountAsync(connection, health, cancellation) : health with { MissingTables = missing };
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var tables = (await connection.ReadAsync(
            "SELECT relname::text FROM pg_class WHERE relnamespace = to_regnamespace('neap') AND relkind = 'r'",
            row => row.GetString(0),
            cancellation)).ToHashSet(StringComparer.Ordinal);
        var wanted = Migrations.Tables.Select(table => "neap." + table).ToList();
        if (tables.Contains("content_key"))
        {
            var keys = await connection.ReadAsync("SELECT id FROM neap.content_key ORDER BY id", row => row.GetInt64(0), cancellation);
            wanted.AddRange(keys.SelectMany(key => new[] { Migrations.Chunks(key), Migrations.Words(key) }));
        }

        return [.. wanted.Where(table => !tables.Contains(table["neap.".Length..]))];
    }

    private static async Task<PostgresHealth> CountAsync(
        NpgsqlConnection connection, PostgresHealth health, CancellationToken cancellation)
    {
        var row = await connection.RowAsync(
            """
            SELECT (SELECT count(*) FROM neap.revision), (SELECT count(*) FROM neap.blob),
              (SELECT coalesce(sum(chunks), 0)::bigint FROM neap.blob),
              (SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
               WHERE relnamespace = to_regnamespace('neap') AND relkind = 'r'),
              (SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
               WHERE c.relnamespace = to_regnamespace('neap') AND a.amname = 'hnsw' AND i.indisvalid)
            """,
            cancellation);
        return health with
        {
            Revisions = (long)row[0],
            Blobs = (long)row[1],
            Chunks = (long)row[2],
            SizeBytes = (long)row[3],
            NeighbourGraphs = (long)row[4],
        };
    }
}
