using Neap.Core;

namespace Neap.Vectors.Postgres;

/// <summary>Lines of a feed that are kept aside in the database of the index, each call in one transaction.</summary>
internal sealed class PostgresStaging(PostgresIndexStore store, PostgresSession? session) : IStagingStore
{
    /// <inheritdoc/>
    public async ValueTask StageAsync(StagedLines lines, CancellationToken cancellation) =>
        await Writer.TransactAsync((connection, token) => StagedRows.KeepAsync(connection, lines, token), cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<long, UInt128>> StagedAsync(
        string runId, long first, long last, CancellationToken cancellation) => await Writer.RunAsync(
        (connection, token) => StagedRows.PrintsAsync(connection, runId, (first, last), token), cancellation);

    /// <inheritdoc/>
    public async ValueTask<RunRecord?> ReopenAsync(
        Slot slot, ContentKey key, int processId, CancellationToken cancellation)
    {
        var runId = await Writer.TransactAsync(
            (connection, token) => OpenRuns.ReopenAsync(connection, slot, key, processId, token), cancellation);
        if (runId is null)
        {
            return null;
        }

        Writer.Runs.Add(runId);
        return (await store.Ledger.RunsAsync(new RunQuery { RunId = runId }, cancellation))[0];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StagedFile> StagedFilesAsync(string runId, CancellationToken cancellation) =>
        StagedRows.LastWordsAsync(
            after => Writer.RunAsync(
                (connection, token) => StagedRows.LastWordsAfterAsync(connection, runId, after, token), cancellation),
            cancellation);

    /// <inheritdoc/>
    public async ValueTask UnstageAsync(string runId, long fromLine, CancellationToken cancellation) =>
        await Writer.TransactAsync(
            (connection, token) => StagedRows.UnstageAsync(connection, runId, fromLine, token), cancellation);

    private PostgresSession Writer => session
        ?? throw new InvalidOperationException("An index that was opened for reading alone keeps nothing aside.");
}
