using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>The embedded index: one SQLite file that holds content, file maps and the ledger.</summary>
/// <remarks>
/// Each call that writes is one transaction, durable when it returns (write-ahead log, synchronous=FULL). Batches of
/// about 1,000 chunks or 8 MB are the best size for <see cref="PutAsync"/>; gathering them is the caller's part.
/// Safe to call from several threads; other processes may read and write the same file at the same time.
/// </remarks>
public sealed class SqliteIndexStore : IIndexStore
{
    private readonly SqliteStoreOptions _options;
    private readonly PutIds _ids = new();
    private readonly SemaphoreSlim _turn = new(1);
    private Database? _database;

    private SqliteIndexStore(SqliteStoreOptions options) =>
        (_options, Ledger, Staging) = (options, new SqliteLedger(this, options), new SqliteStaging(this, options));

    /// <inheritdoc/>
    public ILedger Ledger { get; }

    /// <inheritdoc/>
    public IStagingStore Staging { get; }

    /// <summary>
    /// Opens an index. An index that exists is connected to when it is first needed, a new one is made now.
    /// </summary>
    /// <exception cref="NeapException">There is no index (read-only), or the place cannot be written to.</exception>
    public static async ValueTask<SqliteIndexStore> OpenAsync(
        SqliteStoreOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var store = new SqliteIndexStore(options with { Path = Path.GetFullPath(options.Path) });
        if (Connector.IsNew(store._options.Path))
        {
            store._database = await store.ConnectAsync(cancellation).ConfigureAwait(false);
        }

        return store;
    }

    /// <inheritdoc/>
    public async ValueTask<IIndexSnapshot> OpenSnapshotAsync(CancellationToken cancellation) =>
        new SqliteSnapshot(await Connector.OpenReaderAsync(_options, cancellation).ConfigureAwait(false));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _database ??= await ConnectAsync(cancellation).ConfigureAwait(false);
            return KnownContent.Find(_database, key, blobs);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask PutAsync(
        ContentKey key, IReadOnlyList<BlobContent> batch, LineOutcomes lines, CancellationToken cancellation) =>
        batch is { Count: 0 } && lines is { Count: 0 }
            ? ValueTask.CompletedTask
            : WriteAsync(
                database =>
                {
                    if (batch.Count > 0)
                    {
                        ContentWriter.Put(database, key, batch, _ids);
                    }

                    LineWriter.Note(database, lines);
                },
                cancellation);

    /// <inheritdoc/>
    public ValueTask ForgetAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
        blobs is { Count: 0 }
            ? ValueTask.CompletedTask
            : WriteAsync(database => KnownContent.Forget(database, key, blobs), cancellation);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A path's content was never put; nothing changed.</exception>
    public ValueTask PublishAsync(Publication publication, CancellationToken cancellation) =>
        WriteAsync(database => Publisher.Publish(database, publication, _ids), cancellation);

    /// <inheritdoc/>
    /// <remarks>One transaction, whatever their number.</remarks>
    public ValueTask PublishAllAsync(
        IReadOnlyList<Publication> publications, IReadOnlyList<Revision> carried, CancellationToken cancellation) =>
        PublishAllAsync(publications, carried, null, cancellation);

    /// <summary>Publishes, and does something else in the same transaction before each publication.</summary>
    internal ValueTask PublishAllAsync(
        IReadOnlyList<Publication> publications,
        IReadOnlyList<Revision> carried,
        Action<Database, Publication>? before,
        CancellationToken cancellation) =>
        publications is { Count: 0 } && carried is { Count: 0 }
            ? ValueTask.CompletedTask
            : WriteAsync(
                database =>
                {
                    foreach (var publication in publications)
                    {
                        before?.Invoke(database, publication);
                        Publisher.Publish(database, publication, _ids);
                    }

                    Revisions.Carry(database, carried);
                },
                cancellation);

    /// <summary>Takes the revisions of slots away, with whatever files they still have.</summary>
    internal ValueTask GiveUpAsync(IReadOnlyList<Slot> slots, CancellationToken cancellation) =>
        WriteAsync(database => Revisions.Remove(database, slots), cancellation);

    /// <summary>Reads through a connection of its own, which sees what was committed last.</summary>
    internal async ValueTask<T> ReadAsync<T>(Func<Database, T> read, CancellationToken cancellation)
    {
        using var database = await Connector.OpenReaderAsync(_options, cancellation).ConfigureAwait(false);
        return read(database);
    }

    /// <inheritdoc/>
    /// <remarks>There is nothing to build: its indexes are kept up with every batch.</remarks>
    public ValueTask OptimizeAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>Does nothing while a run is at work in this index: that run may count on what it has put.</remarks>
    public async ValueTask<long> CompactAsync(CancellationToken cancellation)
    {
        var total = 0L;
        long gone;
        do
        {
            gone = await WriteAsync(Compactor.DeleteSomeBlobs, cancellation).ConfigureAwait(false);
            total += gone;
        }
        while (gone > 0);

        await WriteAsync(Compactor.Tidy, cancellation).ConfigureAwait(false);
        return total;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _database?.Dispose();
        _database = null;
        _turn.Release();
    }

    internal async ValueTask WriteAsync(Action<Database> work, CancellationToken cancellation) =>
        await WriteAsync(
            database =>
            {
                work(database);
                return true;
            },
            cancellation).ConfigureAwait(false);

    internal async ValueTask<T> WriteAsync<T>(Func<Database, T> work, CancellationToken cancellation)
    {
        if (_options.Mode == StoreMode.ReadOnly)
        {
            throw new InvalidOperationException($"{_options.Path} was opened for reading alone.");
        }

        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _database ??= await ConnectAsync(cancellation).ConfigureAwait(false);
            var database = _database;
            await Waiting.ForAsync(() => Begin(database), _options, cancellation).ConfigureAwait(false);
            return Commit(database, work);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static Database Begin(Database database)
    {
        database.Execute("BEGIN IMMEDIATE");
        return database;
    }

    private T Commit<T>(Database database, Func<Database, T> work)
    {
        var isDone = false;
        try
        {
            var result = work(database);
            database.Execute("COMMIT");
            isDone = true;
            return result;
        }
        finally
        {
            if (!isDone)
            {
                // After some errors, such as a full disk, SQLite has rolled back by itself; then this does nothing.
                _ids.Clear();
                database.ResetAll();
                _ = database.TryExecute("ROLLBACK");
            }
        }
    }

    private ValueTask<Database> ConnectAsync(CancellationToken cancellation) => _options.Mode == StoreMode.ReadOnly
        ? Connector.OpenReaderAsync(_options, cancellation)
        : Connector.OpenWriterAsync(_options, cancellation);
}
