using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>
/// The graph of nearest neighbours (HNSW). Adding vectors to it costs eleven times a plain load, so it is built when the
/// first load is over, and next to readers and writers.
/// </summary>
internal sealed class Neighbours(PostgresSession session)
{
    /// <summary>pgvector builds no graph over longer vectors; they are compared one by one.</summary>
    private const int MostDimensions = 2_000;

    private const int ManyFiles = 1_000;

    /// <summary>Builds the graph of a content key where it is due, after a publication.</summary>
    public async Task PrepareAsync(long key, Publication publication, CancellationToken cancellation)
    {
        if (publication.Files.Count >= ManyFiles)
        {
            await session.RunAsync((connection, token) => AnalyzeAsync(connection, key, token), cancellation);
        }

        if (publication.Revision.Content.Dimensions <= MostDimensions)
        {
            await session.RunAsync((connection, token) => BuildAsync(connection, key, token), cancellation);
        }
    }

    /// <summary>Without statistics the first questions after a load are answered the long way.</summary>
    private static Task<int> AnalyzeAsync(NpgsqlConnection connection, long key, CancellationToken cancellation) =>
        connection.RunAsync(
            $"ANALYZE neap.file, neap.blob, {Migrations.Words(key)}, {Migrations.Chunks(key)} (blob, number)", cancellation);

    private async Task<bool> BuildAsync(NpgsqlConnection connection, long key, CancellationToken cancellation)
    {
        if (await IsDueAsync(connection, key, cancellation) is not { } broken)
        {
            return false;
        }

        if (!await connection.ScalarAsync<bool>("SELECT pg_try_advisory_lock($1, $2)", cancellation, BuildLock, (int)key))
        {
            return false; // another run is building it
        }

        await connection.RunAsync(
            "SELECT set_config('statement_timeout', '0', false), set_config('maintenance_work_mem', '256MB', false)",
            cancellation);
        if (broken)
        {
            await connection.RunAsync($"DROP INDEX CONCURRENTLY neap.{Migrations.Neighbours(key)}", cancellation);
        }

        await CreateAsync(connection, key, cancellation);
        await connection.RunAsync("SELECT pg_advisory_unlock($1, $2)", cancellation, BuildLock, (int)key);
        return true;
    }

    private const int BuildLock = 0x4E656170;

    /// <summary>A container's shared memory is small; where helpers find no room in it, one process builds alone.</summary>
    private static async Task CreateAsync(NpgsqlConnection connection, long key, CancellationToken cancellation)
    {
        var create = $"CREATE INDEX CONCURRENTLY {Migrations.Neighbours(key)} ON {Migrations.Chunks(key)} USING hnsw (vec vector_ip_ops)";
        try
        {
            await Unlimited(connection, create).ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException full) when (full.SqlState is "53100" or "53200")
        {
            await connection.RunAsync($"DROP INDEX CONCURRENTLY IF EXISTS neap.{Migrations.Neighbours(key)}", cancellation);
            await connection.RunAsync("SET max_parallel_maintenance_workers = 0", cancellation);
            await Unlimited(connection, create).ExecuteNonQueryAsync(cancellation);
        }
    }

    private static NpgsqlCommand Unlimited(NpgsqlConnection connection, string sql)
    {
        var command = connection.Command(sql);
        command.CommandTimeout = 0;
        return command;
    }

    /// <summary>Null where no graph is due; else whether one that broke off has to go first.</summary>
    private async Task<bool?> IsDueAsync(NpgsqlConnection connection, long key, CancellationToken cancellation)
    {
        var valid = await connection.ScalarAsync<bool?>(
            """
            SELECT i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relname = $1 AND c.relnamespace = 'neap'::regnamespace
            """,
            cancellation, Migrations.Neighbours(key));
        if (valid == true)
        {
            return null;
        }

        var chunks = await connection.ScalarAsync<long>(
            "SELECT coalesce(sum(chunks), 0)::bigint FROM neap.blob WHERE made_with = $1", cancellation, key);
        return chunks >= session.Options.NearestNeighbourIndexFrom ? valid == false : null;
    }
}
