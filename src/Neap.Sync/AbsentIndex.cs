using Neap.Core;

namespace Neap.Sync;

/// <summary>The index before the first sync: it holds nothing and takes nothing. For dry runs, which must not make a file.</summary>
public sealed class AbsentIndex : IIndexStore, IIndexSnapshot
{
    /// <inheritdoc/>
    public ILedger Ledger { get; } = new AbsentLedger();

    /// <inheritdoc/>
    public IStagingStore Staging => throw TakesNothing();

    /// <inheritdoc/>
    public ValueTask<IIndexSnapshot> OpenSnapshotAsync(CancellationToken cancellation) => new(this);

    /// <inheritdoc/>
    public ValueTask<Revision?> FindRevisionAsync(Slot slot, CancellationToken cancellation) => new((Revision?)null);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Revision>> RevisionsAsync(CancellationToken cancellation) => new([]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KnownRepository>> RepositoriesAsync(CancellationToken cancellation) => new([]);

    /// <inheritdoc/>
    public IAsyncEnumerable<FileRecord> FilesAsync(Slot slot, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<FileRecord>();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<RepoPath, FileRecord>> FindFilesAsync(
        Slot slot, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation) =>
        new(new Dictionary<RepoPath, FileRecord>());

    /// <inheritdoc/>
    public IAsyncEnumerable<EntryRecord> EntriesAsync(
        Slot slot, EntryDetail detail, CancellationToken cancellation) => AsyncEnumerable.Empty<EntryRecord>();

    /// <inheritdoc/>
    public ValueTask<Ranking> SearchAsync(SearchRequest request, CancellationToken cancellation) => new(new Ranking([], []));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
        new(new Dictionary<BlobId, KnownBlob>());

    /// <inheritdoc/>
    public ValueTask PutAsync(
        ContentKey key, IReadOnlyList<BlobContent> batch, LineOutcomes lines, CancellationToken cancellation) =>
        throw TakesNothing();

    /// <inheritdoc/>
    public ValueTask ForgetAsync(ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
        throw TakesNothing();

    /// <inheritdoc/>
    public ValueTask PublishAsync(Publication publication, CancellationToken cancellation) => throw TakesNothing();

    /// <inheritdoc/>
    public ValueTask PublishAllAsync(
        IReadOnlyList<Publication> publications, IReadOnlyList<Revision> carried, CancellationToken cancellation) =>
        throw TakesNothing();

    /// <inheritdoc/>
    public ValueTask OptimizeAsync(CancellationToken cancellation) => throw TakesNothing();

    /// <inheritdoc/>
    public ValueTask<long> CompactAsync(CancellationToken cancellation) => throw TakesNothing();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidOperationException TakesNothing() => new("There is no index to write to.");
}
