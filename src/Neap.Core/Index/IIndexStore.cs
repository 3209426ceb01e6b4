namespace Neap.Core;

/// <summary>An index back end. Content is put first and invisibly; one publication makes a whole revision visible.</summary>
public interface IIndexStore : IAsyncDisposable
{
    /// <summary>Opens the index for reading. Everything read through it belongs to one instant.</summary>
    /// <exception cref="NeapException">The store does not answer or is damaged.</exception>
    ValueTask<IIndexSnapshot> OpenSnapshotAsync(CancellationToken cancellation);

    /// <summary>The runs that brought the index where it is, and what they could not do.</summary>
    ILedger Ledger { get; }

    /// <summary>Where the lines of a feed wait until they become visible.</summary>
    IStagingStore Staging { get; }

    /// <summary>What the index already knows of these blobs under this key; unknown ones are left out.</summary>
    ValueTask<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation);

    /// <summary>
    /// Stores content that no reader can see yet, and notes the lines that came to an end with it: content first, or both
    /// in one step. Putting the same blob twice keeps the first. Content without lines belongs to no run.
    /// </summary>
    /// <exception cref="NeapException">Nothing of the batch was stored, and no line was noted.</exception>
    ValueTask PutAsync(
        ContentKey key, IReadOnlyList<BlobContent> batch, LineOutcomes lines, CancellationToken cancellation);

    /// <summary>Makes blobs unknown, so that they are put again; what is visible stays until the next publication.</summary>
    ValueTask ForgetAsync(ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation);

    /// <summary>Makes a whole revision visible, with the end of its run, in one step that happens or does not.</summary>
    /// <exception cref="NeapException">
    /// Nothing changed; or the step was done and only its answer was lost, where the failure is that a server is unreachable.
    /// </exception>
    ValueTask PublishAsync(Publication publication, CancellationToken cancellation);

    /// <summary>Makes the revisions of several slots visible together.</summary>
    /// <remarks>A store that cannot do it in one step publishes one after the other: each of them is whole.</remarks>
    /// <param name="publications">The slots in which something changes.</param>
    /// <param name="carried">
    /// Revisions whose files are those that their slots hold already: only commit, tree, branch and time move.
    /// </param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NeapException">Nothing changed, or what was published so far stays.</exception>
    ValueTask PublishAllAsync(
        IReadOnlyList<Publication> publications, IReadOnlyList<Revision> carried, CancellationToken cancellation);

    /// <summary>
    /// Builds what makes searches of the published revisions faster, and nothing that an answer depends on. It may take
    /// longer than the load before it; cut off, it is done after a later publication.
    /// </summary>
    /// <exception cref="NeapException">It could not be built; what is published is whole all the same.</exception>
    ValueTask OptimizeAsync(CancellationToken cancellation);

    /// <summary>Deletes content that no revision shows any more; returns the number of blobs that went.</summary>
    ValueTask<long> CompactAsync(CancellationToken cancellation);
}
