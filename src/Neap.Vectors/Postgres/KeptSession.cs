using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Whether a connection keeps one session of the server, which is where the locks of a run live.</summary>
/// <remarks>
/// A pool in between may give every transaction whichever session is free (PgBouncer: <c>pool_mode = transaction</c>).
/// A lock would then be left in a session that others are given as well, and two runs would not see each other.
/// </remarks>
internal static class KeptSession
{
    private const string Process = "SELECT pg_backend_pid()";
    private const int Others = 2;

    /// <summary>Opens a connection that keeps its session.</summary>
    /// <exception cref="Core.NeapException">A pool in between does not let it.</exception>
    public static async Task<NpgsqlConnection> OpenAsync(PostgresOptions options, CancellationToken cancellation)
    {
        var connection = await PostgresPools.Get(options).OpenConnectionAsync(cancellation);
        try
        {
            return await IsKeptAsync(connection, options, cancellation) ? connection : throw PostgresTrouble.NoSession(options);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>True where it does. Where no pool stands in between this takes one short question.</summary>
    public static async Task<bool> IsKeptAsync(
        NpgsqlConnection connection, PostgresOptions options, CancellationToken cancellation)
    {
        var own = await connection.ScalarAsync<int>(Process, cancellation);

        // A server says at the start which process it is; a pool names one of its own.
        return own == connection.ProcessID || await StaysAsync(connection, own, options, cancellation);
    }

    /// <summary>Others who are in a transaction keep what they were given: here it must not be this one's session.</summary>
    private static async Task<bool> StaysAsync(
        NpgsqlConnection connection, int own, PostgresOptions options, CancellationToken cancellation)
    {
        var others = new Stack<NpgsqlConnection>();
        try
        {
            while (others.Count < Others)
            {
                others.Push(await PostgresPools.Get(options).OpenConnectionAsync(cancellation));
                await others.Peek().RunAsync("BEGIN", cancellation);
                if (await others.Peek().ScalarAsync<int>(Process, cancellation) == own
                    || await connection.ScalarAsync<int>(Process, cancellation) != own)
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            foreach (var other in others)
            {
                await other.DisposeAsync();
            }
        }
    }
}
