using Neap.Core;

namespace Neap.Sync;

/// <summary>An index store that is asked again where that may help. Every call of the contract may safely be repeated.</summary>
public sealed class ResilientStore(IIndexStore store, Guard guard) : IIndexStore
{
    /// <inheritdoc/>
    public ILedger Ledger => store.Ledger;

    /// <inheritdoc/>
    public IStagingStore Staging { get; } = new ResilientStaging(store, guard);

    /// <inheritdoc/>
    public ValueTask<IIndexSnapshot> OpenSnapshotAsync(CancellationToken cancellation) =>
        guard.CallAsync(store.OpenSnapshotAsync, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
        guard.CallAsync(token => store.KnownAsync(key, blobs, token), cancellation);

    /// <inheritdoc/>
    public ValueTask PutAsync(
        ContentKey key, IReadOnlyList<BlobContent> batch, LineOutcomes lines, CancellationToken cancellation) =>
        CallAsync(token => store.PutAsync(key, batch, lines, token), cancellation);

    /// <inheritdoc/>
    public ValueTask ForgetAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
        CallAsync(token => store.ForgetAsync(key, blobs, token), cancellation);

    /// <inheritdoc/>
    public ValueTask PublishAsync(Publication publication, CancellationToken cancellation) =>
        CallAsync(token => store.PublishAsync(publication, token), cancellation);

    /// <inheritdoc/>
    public ValueTask PublishAllAsync(
        IReadOnlyList<Publication> publications, IReadOnlyList<Revision> carried, CancellationToken cancellation) =>
        CallAsync(token => store.PublishAllAsync(publications, carried, token), cancellation);

    /// <inheritdoc/>
    public ValueTask OptimizeAsync(CancellationToken cancellation) => CallAsync(store.OptimizeAsync, cancellation);

    /// <inheritdoc/>
    public ValueTask<long> CompactAsync(CancellationToken cancellation) => guard.CallAsync(store.CompactAsync, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async ValueTask CallAsync(Func<CancellationToken, ValueTask> call, CancellationToken cancellation) =>
        await guard.CallAsync(
            async token =>
            {
                await call(token);
                return true;
            },
            cancellation);
}
