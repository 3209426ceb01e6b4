using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>
/// Only one run at a time works for a repository in a collection. The server lets go when the connection ends,
/// however it ends.
/// </summary>
internal static class WriterLock
{
    /// <summary>Held by every run at work, shared; compaction wants it alone.</summary>
    private const long AtWork = 0x4E6561702D72756E;

    /// <summary>Takes several locks at once or says who holds one of them; then none is kept.</summary>
    /// <exception cref="Core.NeapException">Somebody else holds one.</exception>
    public static async Task TakeAllAsync(
        NpgsqlConnection connection, (string Collection, string Repository)[] pairs, CancellationToken cancellation)
    {
        var taken = 0;
        try
        {
            for (; taken < pairs.Length; taken++)
            {
                await TakeAsync(connection, pairs[taken].Collection, pairs[taken].Repository, cancellation);
            }
        }
        catch (Core.NeapException)
        {
            foreach (var (collection, repository) in pairs.AsSpan(0, taken).ToArray())
            {
                await ReleaseAsync(connection, collection, repository, cancellation);
            }

            throw;
        }
    }

    private static async Task TakeAsync(
        NpgsqlConnection connection, string collection, string repository, CancellationToken cancellation)
    {
        var key = Key(collection, repository);
        if (!await connection.ScalarAsync<bool>("SELECT pg_try_advisory_lock($1)", cancellation, key))
        {
            throw PostgresTrouble.Held(collection, repository, await HolderAsync(connection, key, cancellation));
        }

        await connection.RunAsync("SELECT pg_advisory_lock_shared($1)", cancellation, AtWork);
    }

    private static Task<int> ReleaseAsync(
        NpgsqlConnection connection, string collection, string repository, CancellationToken cancellation) =>
        connection.RunAsync(
            "SELECT pg_advisory_unlock($1), pg_advisory_unlock_shared($2)", cancellation, Key(collection, repository), AtWork);

    /// <summary>True where no other run is at work; none can begin before the transaction ends.</summary>
    public static async Task<bool> IsAloneAsync(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        // The caller's own shared lock is in nobody's way: a session does not wait for itself.
        return await connection.ScalarAsync<bool>("SELECT pg_try_advisory_xact_lock($1)", cancellation, AtWork);
    }

    /// <summary>The keys of all locks that are held in this database now.</summary>
    public static async Task<HashSet<long>> HeldAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
    [
        .. await connection.ReadAsync(
            """
            SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 1
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """,
            row => row.GetInt64(0),
            cancellation),
    ];

    /// <summary>The lock's number: the first 8 bytes of a digest.</summary>
    public static long Key(string collection, string repository) => BinaryPrimitives.ReadInt64BigEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes($"neap\0{collection}\0{repository}")));

    private static Task<string?> HolderAsync(NpgsqlConnection connection, long key, CancellationToken cancellation) =>
        connection.ScalarAsync<string>(
            """
            SELECT coalesce(nullif(a.application_name, ''), 'a process') || ' since '
              || to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND l.classid::bigint = ($1 >> 32) & 4294967295 AND l.objid::bigint = $1 & 4294967295
            LIMIT 1
            """,
            cancellation, key);
}
