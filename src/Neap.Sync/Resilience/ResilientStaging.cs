using Neap.Core;

namespace Neap.Sync;

/// <summary>Lines of a feed that are kept aside, in a store that is asked again where that may help.</summary>
internal sealed class ResilientStaging(IIndexStore store, Guard guard) : IStagingStore
{
    /// <inheritdoc/>
    public async ValueTask StageAsync(StagedLines lines, CancellationToken cancellation) => await guard.CallAsync(
        async token =>
        {
            await store.Staging.StageAsync(lines, token);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<long, UInt128>> StagedAsync(
        string runId, long first, long last, CancellationToken cancellation) =>
        guard.CallAsync(token => store.Staging.StagedAsync(runId, first, last, token), cancellation);

    /// <inheritdoc/>
    public ValueTask<RunRecord?> ReopenAsync(Slot slot, ContentKey key, int processId, CancellationToken cancellation) =>
        guard.CallAsync(token => store.Staging.ReopenAsync(slot, key, processId, token), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StagedFile> StagedFilesAsync(string runId, CancellationToken cancellation) =>
        store.Staging.StagedFilesAsync(runId, cancellation);

    /// <inheritdoc/>
    public async ValueTask UnstageAsync(string runId, long fromLine, CancellationToken cancellation) => await guard.CallAsync(
        async token =>
        {
            await store.Staging.UnstageAsync(runId, fromLine, token);
            return true;
        },
        cancellation);
}
