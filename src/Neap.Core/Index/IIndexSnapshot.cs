namespace Neap.Core;

/// <summary>The index at one instant: writers go on, this view does not move.</summary>
public interface IIndexSnapshot : IAsyncDisposable
{
    /// <summary>The slot's revision; null where it was never synced.</summary>
    ValueTask<Revision?> FindRevisionAsync(Slot slot, CancellationToken cancellation);

    /// <summary>
    /// As <see cref="FindRevisionAsync"/>, and incomplete where the store was asked and no longer holds what was written to
    /// it. A store that is one with its file maps holds it.
    /// </summary>
    ValueTask<Revision?> FindHeldRevisionAsync(Slot slot, CancellationToken cancellation) => FindRevisionAsync(slot, cancellation);

    /// <summary>All revisions, ordered by collection, repository and ref.</summary>
    ValueTask<IReadOnlyList<Revision>> RevisionsAsync(CancellationToken cancellation);

    /// <summary>The repositories the index knows: name and git directory.</summary>
    ValueTask<IReadOnlyList<KnownRepository>> RepositoriesAsync(CancellationToken cancellation);

    /// <summary>The slot's files in byte order of their paths.</summary>
    IAsyncEnumerable<FileRecord> FilesAsync(Slot slot, CancellationToken cancellation);

    /// <summary>The records of some paths; paths the slot does not hold are left out.</summary>
    ValueTask<IReadOnlyDictionary<RepoPath, FileRecord>> FindFilesAsync(
        Slot slot, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation);

    /// <summary>The slot's entries, ordered by path and chunk.</summary>
    IAsyncEnumerable<EntryRecord> EntriesAsync(Slot slot, EntryDetail detail, CancellationToken cancellation);

    /// <summary>
    /// The slot's chunks that a search by words cannot find, ordered by path and chunk: those without a word, and those whose
    /// words are gone. None where words are not indexed, or the store cannot tell.
    /// </summary>
    IAsyncEnumerable<WordlessChunk> WordlessAsync(Slot slot, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<WordlessChunk>();

    /// <summary>The best entries for a question, ranked apart by words and by meaning.</summary>
    /// <exception cref="NeapException">The vector's length is not the collection's.</exception>
    ValueTask<Ranking> SearchAsync(SearchRequest request, CancellationToken cancellation);
}

/// <summary>A repository that was synced.</summary>
/// <param name="Name">The key used everywhere.</param>
/// <param name="GitDirectory">Where it was when it was last synced.</param>
public sealed record KnownRepository(string Name, string GitDirectory);

/// <summary>A chunk of which the words index knows nothing.</summary>
/// <param name="Path">The file.</param>
/// <param name="Chunk">The chunk's number in the file, from 0.</param>
public readonly record struct WordlessChunk(RepoPath Path, int Chunk);

/// <summary>How much of an entry is read.</summary>
public enum EntryDetail
{
    /// <summary>Everything but the vector.</summary>
    Plain,

    /// <summary>The vector too.</summary>
    WithVectors,
}
