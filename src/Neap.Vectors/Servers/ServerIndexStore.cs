using Neap.Core;
using Neap.Vectors.Sqlite;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Servers;

/// <summary>An index whose entries are kept on a vector server, with a local index beside it.</summary>
/// <remarks>
/// The local index keeps contents, file maps and the ledger, and an outbox that is written with the flip. Until the
/// server has said yes to everything, the revision counts as incomplete, so that the next sync goes on; readers of the
/// server see one generation or the next, never both.
/// </remarks>
public sealed class ServerIndexStore : IIndexStore
{
    private readonly SqliteIndexStore _local;
    private readonly IPointServer _server;
    private readonly Func<IPointServer> _connect;
    private readonly CourierPace _pace;

    private ServerIndexStore(SqliteIndexStore local, Func<IPointServer> connect, CourierPace pace) =>
        (_local, _connect, _server, _pace) = (local, connect, connect(), pace);

    /// <summary>Opens the local index; the server is asked when it is needed.</summary>
    /// <param name="address">The server.</param>
    /// <param name="options">The local index.</param>
    /// <param name="pace">How the server is told of changes; of no use to who only reads.</param>
    /// <param name="pauses">The clock of the pauses between tries.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NeapException">There is no local index (read-only), or the place cannot be written to.</exception>
    public static async ValueTask<ServerIndexStore> OpenAsync(
        StoreAddress.Server address, SqliteStoreOptions options, CourierPace pace, TimeProvider pauses,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(options);
        return new ServerIndexStore(
            await SqliteIndexStore.OpenAsync(options, cancellation), () => PointServers.Connect(address, pauses), pace);
    }

    /// <inheritdoc/>
    /// <remarks>In the local index.</remarks>
    public ILedger Ledger => _local.Ledger;

    /// <inheritdoc/>
    /// <remarks>In the local index: the server hears of a feed when it becomes visible.</remarks>
    public IStagingStore Staging => _local.Staging;

    /// <inheritdoc/>
    /// <remarks>It may outlive the store, so it has a connection of its own.</remarks>
    public async ValueTask<IIndexSnapshot> OpenSnapshotAsync(CancellationToken cancellation) =>
        new ServerSnapshot((SqliteSnapshot)await _local.OpenSnapshotAsync(cancellation), _connect());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
        _local.KnownAsync(key, blobs, cancellation);

    /// <inheritdoc/>
    public ValueTask PutAsync(
        ContentKey key, IReadOnlyList<BlobContent> batch, LineOutcomes lines, CancellationToken cancellation) =>
        _local.PutAsync(key, batch, lines, cancellation);

    /// <inheritdoc/>
    public ValueTask ForgetAsync(ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
        _local.ForgetAsync(key, blobs, cancellation);

    /// <inheritdoc/>
    public ValueTask PublishAsync(Publication publication, CancellationToken cancellation) =>
        PublishAllAsync([publication], [], cancellation);

    /// <inheritdoc/>
    /// <remarks>
    /// Slots that are given up are emptied when the server has everything of the others: until then, what a reader finds
    /// there is nowhere else. Their revisions go last of all, so that the next sync finishes what this one could not.
    /// </remarks>
    /// <exception cref="NeapException">The server does not answer. What it still has to be told is in the outbox.</exception>
    public async ValueTask PublishAllAsync(
        IReadOnlyList<Publication> publications, IReadOnlyList<Revision> carried, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(publications);
        var givenUp = publications.Where(publication => publication.Retires).ToArray();
        await DeliverAsync([.. publications.Where(publication => !publication.Retires)], carried, cancellation);
        await DeliverAsync([.. givenUp.Select(Emptied)], [], cancellation);
        if (givenUp.Length > 0)
        {
            await _local.GiveUpAsync([.. givenUp.Select(publication => publication.Revision.Slot)], cancellation);
        }
    }

    /// <summary>Incomplete, so that no sync takes an empty slot for one that is in step.</summary>
    private static Publication Emptied(Publication publication) => publication with
    {
        Retires = false,
        Revision = publication.Revision with { Incomplete = true },
    };

    /// <summary>Of what is carried the server needs not be told: it holds those entries already.</summary>
    private async Task DeliverAsync(
        IReadOnlyList<Publication> publications, IReadOnlyList<Revision> carried, CancellationToken cancellation)
    {
        await _local.PublishAllAsync(publications, carried, Outbox.Add, cancellation);
        var courier = new Courier(_local, _server, _pace);
        foreach (var publication in publications)
        {
            await courier.DeliverAsync(publication.Revision, cancellation);
        }
    }

    /// <inheritdoc/>
    /// <remarks>The server looks after its own graph.</remarks>
    public ValueTask OptimizeAsync(CancellationToken cancellation) => _local.OptimizeAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask<long> CompactAsync(CancellationToken cancellation) => _local.CompactAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _local.DisposeAsync();
        _server.Dispose();
    }
}
