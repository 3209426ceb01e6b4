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

    private PostgresIndexStore(PostgresOptions options, PostgresSession? session) =>
        (_options, _session) = (options, session);

    /// <summary>Opens an index for reading alone; it is connected to when it is first read.</summary>
    public static PostgresIndexStore ForReading(PostgresOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PostgresIndexStore(options, null);
    }

    /// <summary>Opens an index for a run, which holds the lock of its collection and repository until the store is disposed.</summary>
    /// <exception cref="NeapException">The server does not answer, or somebody else holds the lock.</exception>
    public static async ValueTask<PostgresIndexStore> ForWritingAsync(
        PostgresOptions options, string collection, string repository, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PostgresIndexStore(
            options, await PostgresSession.OpenAsync(options, (collection, repository), cancellation));
    }

    /// <inheritdoc/>
    public async ValueTask<IIndexSnapshot> OpenSnapshotAsync(CancellationToken cancellation) =>
        await PostgresSnapshot.OpenAsync(_options, cancellation);

    /// <inheritdoc/>
    public async ValueTask BeginAsync(RunRecord run, string gitDirectory, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        Writer.RunId = run.RunId;
        await Writer.TransactAsync((connection, token) => RunRows.BeginAsync(connection, run, gitDirectory, token), cancellation);
    }

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
    public async ValueTask PutAsync(ContentKey key, IReadOnlyList<BlobContent> batch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Count > 0)
        {
            await Writer.TransactAsync((connection, token) => _copy.PutAsync(connection, key, batch, token), cancellation);
        }
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
    public async ValueTask PublishAsync(Publication publication, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var key = await Writer.TransactAsync(
            (connection, token) => Publisher.PublishAsync(connection, publication, token), cancellation);
        await new Neighbours(Writer).PrepareAsync(key, publication, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask EndAsync(RunRecord run, CancellationToken cancellation) =>
        await Writer.TransactAsync((connection, token) => RunRows.WriteAsync(connection, run, token), cancellation);

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
