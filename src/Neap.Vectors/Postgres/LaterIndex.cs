using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>An index of a content key that is built when the first load is over, next to readers and writers.</summary>
/// <remarks>Kept up during a load, it would cost more than the load itself; whoever searches before it is there waits longer.</remarks>
/// <param name="Name">Its name, without its schema.</param>
/// <param name="Target">What it stands on and how it is made, as <c>CREATE INDEX</c> spells it after <c>ON</c>.</param>
/// <param name="Lock">Tells it from the other indexes of its key; one run at a time builds it.</param>
internal sealed record LaterIndex(string Name, string Target, int Lock)
{
    /// <summary>Whether an index of this name is whole; null where there is none.</summary>
    public static Task<bool?> IsWholeAsync(NpgsqlConnection connection, string name, CancellationToken cancellation) =>
        connection.ScalarAsync<bool?>(
            """
            SELECT i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relname = $1 AND c.relnamespace = 'neap'::regnamespace
            """,
            cancellation, name);

    /// <summary>Null where it is whole; else whether one that broke off is in its place.</summary>
    public async Task<bool?> IsBrokenAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await IsWholeAsync(connection, Name, cancellation) switch
        {
            true => null,
            var broken => broken == false,
        };

    /// <summary>Builds it, unless another run is at it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="key">The number of the content key.</param>
    /// <param name="helpers">Whether the server may build with several processes.</param>
    /// <param name="cancellation">Gives up; the next build clears what is half done.</param>
    public async Task<bool> BuildAsync(NpgsqlConnection connection, long key, Helpers helpers, CancellationToken cancellation)
    {
        if (await IsBrokenAsync(connection, cancellation) is null
            || !await connection.ScalarAsync<bool>("SELECT pg_try_advisory_lock($1, $2)", cancellation, Lock, (int)key))
        {
            return false;
        }

        // Another run may have finished it between the look and the lock.
        var broken = await IsBrokenAsync(connection, cancellation);
        if (broken is not null)
        {
            await MakeReadyAsync(connection, helpers, cancellation);
            await CreateAsync(connection, broken.Value, cancellation);
        }

        await connection.RunAsync("SELECT pg_advisory_unlock($1, $2)", cancellation, Lock, (int)key);
        return broken is not null;
    }

    private static async Task MakeReadyAsync(NpgsqlConnection connection, Helpers helpers, CancellationToken cancellation)
    {
        await connection.RunAsync(
            "SELECT set_config('statement_timeout', '0', false), set_config('maintenance_work_mem', '256MB', false)",
            cancellation);
        if (helpers == Helpers.None)
        {
            await connection.RunAsync("SET max_parallel_maintenance_workers = 0", cancellation);
        }
    }

    private async Task CreateAsync(NpgsqlConnection connection, bool isBroken, CancellationToken cancellation)
    {
        if (isBroken)
        {
            await connection.RunAsync($"DROP INDEX CONCURRENTLY IF EXISTS neap.{Name}", cancellation);
        }

        await using var create = connection.Command($"CREATE INDEX CONCURRENTLY {Name} ON {Target}");
        create.CommandTimeout = 0;
        await create.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>Whether a server may build an index with several processes.</summary>
internal enum Helpers
{
    /// <summary>As many as its settings allow.</summary>
    Some,

    /// <summary>One process builds alone.</summary>
    None,
}
