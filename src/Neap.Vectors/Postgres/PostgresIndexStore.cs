using Neap.Core;

namespace Neap.Vectors.Postgres;

/// <summary>An index in a PostgreSQL database with pgvector, in a schema of its own, <c>neap</c>.</summary>
/// <remarks>
/// Content is loaded by binary COPY, a batch a transaction; a publication is one transaction. A batch of content may be
/// lost with the server's power and is then read again; a publication is on disk, and everything before it, when it returns.
/// Safe to call from several threads; other processes may read and write the same database at the same time.
/// </remarks>
public sealed class PostgresIndexStore : IIndexStore
{
    private readonly PostgresOptions _options;
    private readonly PostgresSession? _session;
    private readonly ContentCopy _copy = new();
    private readonly List<Published> _published = [];
    private long _batches;

    private PostgresIndexStore(PostgresOptions options, PostgresSession? session)
    {
        (_options, _session) = (options, session);
        Ledger = new PostgresLedger(options, session);
        Staging = new PostgresStaging(this, session);
    }

    /// <summary>Opens an index for reading alone; it is connected to when it is first read.</summary>
    public static PostgresIndexStore ForReading(PostgresOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PostgresIndexStore(options, null);
    }

    /// <summary>Opens an index for a run, which holds the locks of its collections and repositories until the store is disposed.</summary>
    /// <exception cref="NeapException">The server does not answer, or somebody else holds one of them.</exception>
    public static async ValueTask<PostgresIndexStore> ForWritingAsync(
        PostgresOptions options, IReadOnlyList<Slot> slots, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PostgresIndexStore(options, await PostgresSession.OpenAsync(options, slots, cancellation));
    }

    /// <inheritdoc/>
    public async ValueTask<IIndexSnapshot> OpenSnapshotAsync(CancellationToken cancellation) =>
        await PostgresSnapshot.OpenAsync(_options, cancellation);

    /// <inheritdoc/>
    /// <remarks>It is in the same database, so that a publication and the end of its run are one transaction.</remarks>
    public ILedger Ledger { get; }

    /// <inheritdoc/>
    /// <remarks>In the same database, too.</remarks>
    public IStagingStore Staging { get; }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        if (_session is not null)
        {
            return await _session.RunAsync((connection, token) => BlobRows.KnownAsync(connection, key, blobs, token), cancellation);
        }

        await using var snapshot = await PostgresSnapshot.OpenAsync(_options, cancellation);
        return await snapshot.KnownAsync(key, blobs, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask PutAsync(
        ContentKey key, IReadOnlyList<BlobContent> batch, LineOutcomes lines, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(lines);
        if (batch.Count == 0 && lines.Count == 0)
        {
            return;
        }

        var number = ++_batches;
        await Writer.TransactAsync(
            async (connection, token) =>
            {
                // Whatever is counted is counted once, although the batch may be written twice.
                if (lines.Count > 0 && !await LineRows.IsNewAsync(connection, lines.RunId, number, token))
                {
                    return 0;
                }

                await LineRows.NoteAsync(connection, lines, token);
                return batch.Count == 0 ? 0 : await _copy.PutAsync(connection, key, batch, token);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        if (blobs.Count > 0)
        {
            await Writer.TransactAsync((connection, token) => BlobRows.ForgetAsync(connection, key, blobs, token), cancellation);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A path's content was never put; nothing changed.</exception>
    public ValueTask PublishAsync(Publication publication, CancellationToken cancellation) =>
        PublishAllAsync([publication], [], cancellation);

    /// <inheritdoc/>
    /// <remarks>One transaction, whatever their number.</remarks>
    public async ValueTask PublishAllAsync(
        IReadOnlyList<Publication> publications, IReadOnlyList<Revision> carried, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(publications);
        ArgumentNullException.ThrowIfNull(carried);
        if (publications.Count == 0 && carried.Count == 0)
        {
            return;
        }

        foreach (var publication in publications)
        {
            Writer.Runs.Add(publication.Run.RunId);
        }

        try
        {
            _published.AddRange(await Writer.TransactAsync(
                (connection, token) => Publisher.PublishAllAsync(connection, publications, carried, token), cancellation));
        }
        catch (NeapException lost) when (lost.Kind == FailureKind.Unreachable)
        {
            throw PostgresTrouble.InDoubt(lost);
        }
    }

    /// <inheritdoc/>
    /// <remarks>The indexes of words and of nearest neighbours that waited for the end of the first load.</remarks>
    public async ValueTask OptimizeAsync(CancellationToken cancellation)
    {
        foreach (var one in _published.GroupBy(one => one.Key).ToArray())
        {
            await new LaterIndexes(Writer).PrepareAsync(one.First() with { Files = one.Sum(same => same.Files) }, cancellation);
            _published.RemoveAll(published => published.Key == one.Key);
        }
    }

    /// <summary>Takes the locks of further collections and repositories, until the store is disposed; all of them or none.</summary>
    /// <exception cref="NeapException">Somebody else holds one of them, or the server does not answer.</exception>
    public async ValueTask HoldAsync(IReadOnlyList<Slot> slots, CancellationToken cancellation) =>
        await Writer.HoldAsync(slots, cancellation);

    /// <inheritdoc/>
    /// <remarks>Does nothing while another run is at work in this index: that run may count on what it has put.</remarks>
    public async ValueTask<long> CompactAsync(CancellationToken cancellation)
    {
        var total = 0L;
        for (var gone = 1L; gone > 0; total += gone)
        {
            gone = await Writer.TransactAsync(Compaction.DeleteSomeBlobsAsync, cancellation);
        }

        return total;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _session?.DisposeAsync() ?? ValueTask.CompletedTask;

    private PostgresSession Writer => _session
        ?? throw new InvalidOperationException($"{_options.Address} was opened for reading alone.");
}
