using System.Runtime.CompilerServices;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>The ledger inside an index file. Reading opens a connection of its own, so it never waits for a writer.</summary>
internal sealed class SqliteLedger(SqliteIndexStore store, SqliteStoreOptions options) : ILedger
{
    /// <inheritdoc/>
    public async ValueTask BeginAsync(RunRecord run, string gitDirectory, CancellationToken cancellation) =>
        await store.WriteAsync(
            database =>
            {
                Housekeeping.Prune(database, run.StartedAt - Housekeeping.Memory);
                Runs.Begin(database, run, gitDirectory);
            },
            cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask NoteAsync(LineOutcomes lines, CancellationToken cancellation) =>
        store.WriteAsync(database => LineWriter.Note(database, lines), cancellation);

    /// <inheritdoc/>
    public ValueTask EndAsync(RunRecord run, CancellationToken cancellation) =>
        store.WriteAsync(database => Runs.End(database, run), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RunRecord>> RunsAsync(RunQuery query, CancellationToken cancellation) =>
        ReadAsync(database => Runs.Find(database, query), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletedLine> CompletedAsync(
        string runId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var database = await Connector.OpenReaderAsync(options, cancellation).ConfigureAwait(false);
        if (IsFirstFormat(database))
        {
            yield break;
        }

        using var row = database.Prepare(
            """
            SELECT line.id - (run.number << ?2), line.path, line.operation, line.at, line.micros FROM sync_runs run
            JOIN line ON line.id BETWEEN run.number << ?2 AND (run.number << ?2) + ?3
            WHERE run.run_id=?1 ORDER BY line.id
            """);
        row.Bind(1, runId).Bind(2, Schema.LineBits).Bind(3, Schema.LineMask);
        while (row.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new CompletedLine(
                row.Integer(0),
                RepoPath.FromGit(row.Bytes(1)),
                (LineOperation)row.Integer(2),
                DateTimeOffset.FromUnixTimeMilliseconds(row.Integer(3)),
                TimeSpan.FromMicroseconds(row.Integer(4)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerFailure>> FailuresAsync(FailureQuery query, CancellationToken cancellation) =>
        ReadAsync(database => FailureRows.Find(database, query), cancellation);

    /// <inheritdoc/>
    public ValueTask<LineTimes> TimesAsync(string runId, CancellationToken cancellation) =>
        ReadAsync(database => IsFirstFormat(database) ? LineTimes.None : Times(database, runId), cancellation);

    /// <inheritdoc/>
    public ValueTask<long> ForgetFailuresAsync(FailureQuery query, CancellationToken cancellation) =>
        store.WriteAsync(database => FailureRows.Forget(database, query), cancellation);

    /// <inheritdoc/>
    public ValueTask<long> AbandonAsync(Slot slot, CancellationToken cancellation) =>
        store.WriteAsync(database => Housekeeping.Abandon(database, slot, options.Clock.GetUtcNow()), cancellation);

    /// <inheritdoc/>
    public ValueTask<long> PruneAsync(DateTimeOffset before, CancellationToken cancellation) =>
        store.WriteAsync(database => Housekeeping.Prune(database, before), cancellation);

    private async ValueTask<T> ReadAsync<T>(Func<Database, T> read, CancellationToken cancellation)
    {
        using var database = await Connector.OpenReaderAsync(options, cancellation).ConfigureAwait(false);
        return read(database);
    }

    private static LineTimes Times(Database database, string runId)
    {
        using var row = database.Prepare(
            """
            SELECT count(*), avg(processing_time_ms), min(processing_time_ms), max(processing_time_ms)
            FROM completed_lines WHERE run_id=?1 AND processing_time_ms > 0
            """);
        return row.Bind(1, runId).Step() && row.Integer(0) > 0
            ? new LineTimes(row.Integer(0), Milliseconds(row, 1), Milliseconds(row, 2), Milliseconds(row, 3))
            : LineTimes.None;
    }

    private static TimeSpan Milliseconds(Statement row, int column) => TimeSpan.FromMilliseconds(row.Real(column));

    private static bool IsFirstFormat(Database database) => database.Scalar("PRAGMA user_version") < 2;
}
