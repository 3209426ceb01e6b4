using System.Runtime.CompilerServices;
using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>The ledger inside the database of the index.</summary>
internal sealed class PostgresLedger(PostgresOptions options, PostgresSession? session) : ILedger
{
    /// <inheritdoc/>
    public async ValueTask BeginAsync(RunRecord run, string gitDirectory, CancellationToken cancellation)
    {
        Writer.Runs.Add(run.RunId);
        await Writer.TransactAsync(
            async (connection, token) =>
            {
                await Housekeeping.PruneAsync(connection, run.StartedAt - Housekeeping.Memory, token);
                return await RunRows.BeginAsync(connection, run, gitDirectory, token);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask NoteAsync(LineOutcomes lines, CancellationToken cancellation) =>
        await Writer.TransactAsync((connection, token) => LineRows.NoteAsync(connection, lines, token), cancellation);

    /// <inheritdoc/>
    public async ValueTask EndAsync(RunRecord run, CancellationToken cancellation) =>
        await Writer.TransactAsync((connection, token) => RunRows.EndAsync(connection, run, token), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RunRecord>> RunsAsync(RunQuery query, CancellationToken cancellation) =>
        ReadAsync(connection => RunRows.FindAsync(connection, query, cancellation), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<CompletedLine> CompletedAsync(
        string runId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long? after = 0; after is { } last;)
        {
            var page = await ReadAsync(connection => LineRows.AfterAsync(connection, runId, last, cancellation), cancellation);
            foreach (var line in page)
            {
                yield return line;
            }

            after = page.Count < FileRows.Page ? null : page[^1].Number;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerFailure>> FailuresAsync(FailureQuery query, CancellationToken cancellation) =>
        ReadAsync(connection => FailureRows.FindAsync(connection, query, cancellation), cancellation);

    /// <inheritdoc/>
    public ValueTask<LineTimes> TimesAsync(string runId, CancellationToken cancellation) =>
        ReadAsync(connection => LineRows.TimesAsync(connection, runId, cancellation), cancellation);

    /// <inheritdoc/>
    public async ValueTask<long> ForgetFailuresAsync(FailureQuery query, CancellationToken cancellation) =>
        await Writer.TransactAsync((connection, token) => FailureRows.ForgetAsync(connection, query, token), cancellation);

    /// <inheritdoc/>
    public async ValueTask<long> AbandonAsync(Slot slot, CancellationToken cancellation) =>
        await Writer.TransactAsync(
            (connection, token) => Housekeeping.AbandonAsync(connection, slot, options.Clock.GetUtcNow(), token), cancellation);

    /// <inheritdoc/>
    public async ValueTask<long> PruneAsync(DateTimeOffset before, CancellationToken cancellation) =>
        await Writer.TransactAsync((connection, token) => Housekeeping.PruneAsync(connection, before, token), cancellation);

    private PostgresSession Writer => session
        ?? throw new InvalidOperationException($"{options.Address} was opened for reading alone.");

    private async ValueTask<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> question, CancellationToken cancellation)
    {
        await using var snapshot = await PostgresSnapshot.OpenAsync(options, cancellation);
        return await snapshot.AskAsync(question, cancellation);
    }
}
