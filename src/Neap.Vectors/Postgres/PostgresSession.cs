using System.Data;
using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>The one connection that a run writes through; it holds the run's lock, which dies with it.</summary>
/// <remarks>
/// When the connection is lost, nobody knows whether the last transaction was done. All writes may be done twice, so the
/// session connects again, makes sure that nobody else was at work in between, and repeats the transaction.
/// </remarks>
internal sealed class PostgresSession : IAsyncDisposable
{
    private readonly PostgresOptions _options;
    private readonly SemaphoreSlim _turn = new(1);
    private (string Collection, string Repository)[] _held;
    private NpgsqlConnection? _connection;
    private (long Generation, long Removals)? _fence;

    private PostgresSession(PostgresOptions options, IReadOnlyList<Slot> slots) => (_options, _held) = (options, Pairs(slots));

    /// <summary>The runs that write through this session; their own publications are no surprise to them.</summary>
    public HashSet<string> Runs { get; } = [];

    /// <summary>The database.</summary>
    public PostgresOptions Options => _options;

    /// <summary>Connects, brings the schema up to date and takes the locks of collections and repositories.</summary>
    /// <param name="options">The database.</param>
    /// <param name="slots">What the run is about.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NeapException">The server does not answer, or somebody else holds one of the locks.</exception>
    public static async Task<PostgresSession> OpenAsync(
        PostgresOptions options, IReadOnlyList<Slot> slots, CancellationToken cancellation)
    {
        var session = new PostgresSession(options, slots);
        await session.RunAsync((_, _) => Task.FromResult(true), cancellation);
        return session;
    }

    /// <summary>Takes the locks of further collections and repositories; all of them or none.</summary>
    /// <exception cref="NeapException">Somebody else holds one of them, or the server does not answer.</exception>
    public Task HoldAsync(IReadOnlyList<Slot> slots, CancellationToken cancellation) => RunAsync(
        async (connection, token) =>
        {
            var more = Pairs(slots).Except(_held).ToArray();
            await WriterLock.TakeAllAsync(connection, more, token);
            (string, string)[] all = [.. _held, .. more];
            (_fence, _held) = (await FenceOfAsync(connection, all, token), all);
            return true;
        },
        cancellation);

    /// <summary>Runs work in one transaction, which happens or does not; <paramref name="work"/> may be called again.</summary>
    public Task<T> TransactAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation) => RunAsync(
        async (connection, token) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(token);
            var result = await work(connection, token);
            await transaction.CommitAsync(token);
            return result;
        },
        cancellation);

    /// <summary>Runs work on the connection, outside a transaction.</summary>
    public async Task<T> RunAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await RepeatedAsync(work, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync(CancellationToken.None);
        await LetGoAsync();
        _turn.Release();
        _turn.Dispose();
    }

    private async Task<T> RepeatedAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work(await OpenedAsync(cancellation), cancellation);
            }
            catch (Exception lost) when (Repetition.Helps(lost, attempt))
            {
                // Without the lock's owner known to be this run, the repetition decides anew whether it may write.
                await LetGoAsync();
                await Repetition.PauseAsync(attempt, _options, cancellation);
            }
            catch (Exception conflict) when (attempt < Repetition.Attempts && PostgresTrouble.IsConflict(conflict))
            {
                await Repetition.PauseAsync(attempt, _options, cancellation);
            }
            catch (Exception failure) when (PostgresTrouble.IsSayable(failure))
            {
                await LetGoAsync();
                throw PostgresTrouble.Of(_options, failure);
            }
            catch (OperationCanceledException)
            {
                await LetGoAsync(); // cut off in the middle of an answer it is of no use; the end of the run is noted over another
                throw;
            }
        }
    }

    /// <summary>The connection; a new one where a grave error has closed the last.</summary>
    private async Task<NpgsqlConnection> OpenedAsync(CancellationToken cancellation)
    {
        if (_connection is { State: not ConnectionState.Open })
        {
            await LetGoAsync();
        }

        return _connection ??= await ConnectAsync(cancellation);
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = await KeptSession.OpenAsync(_options, cancellation);
        try
        {
            await SchemaUpgrade.RunAsync(connection, _options, cancellation);
            await LimitAsync(connection, _options, cancellation);
            await WriterLock.TakeAllAsync(connection, _held, cancellation);
            var now = await FenceOfAsync(connection, _held, cancellation);
            _fence = _fence is null || _fence == now ? now : throw PostgresTrouble.Overtaken(_options);
            return connection;
        }
        catch
        {
            await connection.CloseForGoodAsync();
            throw;
        }
    }

    /// <summary>What others published or removed while the lock was not held, this run's plan did not see.</summary>
    private async Task<(long Generation, long Removals)> FenceOfAsync(
        NpgsqlConnection connection, (string Collection, string Repository)[] held, CancellationToken cancellation)
    {
        var row = await connection.RowAsync(
            """
            SELECT coalesce(max(generation) FILTER (WHERE run_id <> ALL($3)), 0),
              (SELECT removals FROM neap.compaction)
            FROM neap.revision WHERE (collection, repository) IN (SELECT * FROM unnest($1::text[], $2::text[]))
            """,
            cancellation,
            held.Select(pair => pair.Collection).ToArray(), held.Select(pair => pair.Repository).ToArray(), Runs.ToArray());
        return ((long)row[0], (long)row[1]);
    }

    /// <summary>In the order of their names, so that two runs never hold what the other one wants.</summary>
    private static (string Collection, string Repository)[] Pairs(IReadOnlyList<Slot> slots) =>
        [.. slots.Select(slot => (slot.Collection, slot.Repository)).Distinct().Order()];

    private static Task<int> LimitAsync(
        NpgsqlConnection connection, PostgresOptions options, CancellationToken cancellation) => connection.RunAsync(
        // A server at work looks after its client every 2 s; without that it would finish for one that was killed. One that
        // waits for its client asks for a sign of life every 5 s after 15 s: else a machine that vanished from the network
        // would hold the lock for the two hours that systems take by default.
        """
        SELECT set_config('statement_timeout', $1, false), set_config('lock_timeout', $1, false),
          set_config('client_connection_check_interval', '2s', false), set_config('tcp_keepalives_idle', '15', false),
          set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '3', false),
          set_config('tcp_user_timeout', '30s', false)
        """,
        cancellation,
        ((long)options.StatementTimeout.TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private async Task LetGoAsync()
    {
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
        {
            await connection.CloseForGoodAsync();
        }
    }
}
