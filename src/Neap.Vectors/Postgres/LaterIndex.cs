using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>An index of a content key that is built when the first load is over, next to readers and writers.</summary>
/// <remarks>Kept up during a load, it would cost more than the load itself; whoever searches before it is there waits longer.</remarks>
/// <param name="Name">Its name, without its schema.</param>
/// <param name="Target">What it stands on and how it is made, as <c>CREATE INDEX</c> spells it after <c>ON</c>.</param>
/// <param name="Lock">Tells it from the other indexes of its key; one run at a time builds it.</param>
internal sealed record LaterIndex(string Name, string Target, int Lock)
{
    /// <summary>Null where it is whole; else whether one that broke off is in its place.</summary>
    public async Task<bool?> IsBrokenAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.ScalarAsync<bool?>(
            """
            SELECT i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relname = $1 AND c.relnamespace = 'neap'::regnamespace
            """,
            cancellation, Name) switch
        {
            true => null,
            var broken => broken == false,
        };

    /// <summary>Builds it, unless another run is at it.</summary>
    public async Task<bool> BuildAsync(NpgsqlConnection connection, long key, CancellationToken cancellation)
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
            await BuildAsync(connection, broken.Value ? $"DROP INDEX CONCURRENTLY IF EXISTS neap.{Name}" : null, cancellation);
        }

        await connection.RunAsync("SELECT pg_advisory_unlock($1, $2)", cancellation, Lock, (int)key);
        return broken is not null;
    }

    private async Task BuildAsync(NpgsqlConnection connection, string? before, CancellationToken cancellation)
    {
        await connection.RunAsync(
            "SELECT set_config('statement_timeout', '0', false), set_config('maintenance_work_mem', '256MB', false)",
            cancellation);
        if (before is not null)
        {
            await connection.RunAsync(before, cancellation);
        }

        await CreateAsync(connection, cancellation);
    }

    /// <summary>A container's shared memory is small; where helpers find no room in it, one process builds alone.</summary>
    private async Task CreateAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var create = $"CREATE INDEX CONCURRENTLY {Name} ON {Target}";
        try
        {
            await Unlimited(connection, create).ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException full) when (full.SqlState is "53100" or "53200")
        {
            await connection.RunAsync($"DROP INDEX CONCURRENTLY IF EXISTS neap.{Name}", cancellation);
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
}
