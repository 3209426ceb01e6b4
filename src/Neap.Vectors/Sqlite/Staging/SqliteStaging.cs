using System.Runtime.CompilerServices;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Lines of a feed that are kept aside in an index file, each call in one transaction.</summary>
internal sealed class SqliteStaging(SqliteIndexStore store, SqliteStoreOptions options) : IStagingStore
{
    /// <inheritdoc/>
    public ValueTask StageAsync(StagedLines lines, CancellationToken cancellation) =>
        store.WriteAsync(database => StagedRows.Keep(database, lines), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<long, UInt128>> StagedAsync(
        string runId, long first, long last, CancellationToken cancellation) =>
        store.ReadAsync(database => StagedRows.Prints(database, runId, first, last), cancellation);

    /// <inheritdoc/>
    public async ValueTask<RunRecord?> ReopenAsync(
        Slot slot, ContentKey key, int processId, CancellationToken cancellation)
    {
        var runId = await store.WriteAsync(database => StagedRows.Reopen(database, slot, key, processId), cancellation)
            .ConfigureAwait(false);
        return runId is null
            ? null
            : (await store.Ledger.RunsAsync(new RunQuery { RunId = runId }, cancellation).ConfigureAwait(false))[0];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StagedFile> StagedFilesAsync(
        string runId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var database = await Connector.OpenReaderAsync(options, cancellation).ConfigureAwait(false);
        foreach (var file in StagedRows.LastWords(database, StagedRows.NumberOf(database, runId)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return file;
        }
    }

    /// <inheritdoc/>
    public ValueTask UnstageAsync(string runId, long fromLine, CancellationToken cancellation) =>
        store.WriteAsync(database => StagedRows.Unstage(database, runId, fromLine), cancellation);
}
