namespace Neap.Core;

/// <summary>A git repository as the engine reads it: where a ref points, what differs, what a blob holds.</summary>
/// <remarks>It keeps no memory: the same question about the same ids always has the same answer.</remarks>
public interface IRepository : IAsyncDisposable
{
    /// <summary>The folder that identifies the repository on this machine: the common git directory, absolute.</summary>
    string GitDirectory { get; }

    /// <summary>A short name for people: the folder's, without <c>.git</c>.</summary>
    string FolderName { get; }

    /// <summary>True for a partial clone, which may lack content that its remote promised.</summary>
    bool IsPartialClone { get; }

    /// <summary>The commit that <paramref name="name"/> points at now; reads the ref files where they can answer.</summary>
    /// <returns>Null where the ref is a branch that has no commit yet.</returns>
    /// <exception cref="NeapException">No such ref (<see cref="FailureKind.RefNotFound"/>).</exception>
    ValueTask<Tip?> TipAsync(RefName name, CancellationToken cancellation);

    /// <summary>The tree of a commit.</summary>
    /// <exception cref="NeapException">The commit cannot be read (<see cref="FailureKind.ObjectUnreadable"/>).</exception>
    ValueTask<TreeId> TreeOfAsync(CommitId commit, CancellationToken cancellation);

    /// <summary>Every file of a tree, in git's order.</summary>
    /// <exception cref="NeapException">The tree cannot be read (<see cref="FailureKind.ObjectUnreadable"/>).</exception>
    IAsyncEnumerable<Change.Written> ListAsync(TreeId tree, CancellationToken cancellation);

    /// <summary>The paths that differ; null where <paramref name="from"/> is no longer in the repository.</summary>
    ValueTask<IReadOnlyList<Change>?> CompareAsync(TreeId from, TreeId to, CancellationToken cancellation);

    /// <summary>What a tree has at some paths; paths it does not have, or has as folders, are left out.</summary>
    /// <exception cref="NeapException">The tree cannot be read (<see cref="FailureKind.ObjectUnreadable"/>).</exception>
    ValueTask<IReadOnlyDictionary<RepoPath, Change.Written>> FindAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation);

    /// <summary>Reads a file of the working tree that somebody else named; nothing outside of the tree is ever opened.</summary>
    /// <param name="file">Relative to the top folder, or absolute; not trusted.</param>
    /// <param name="limitBytes">Of a larger file only the size is told.</param>
    WorkFile ReadWorkFile(string file, long limitBytes);

    /// <summary>Reads small files at fixed places of a tree, such as every <c>.gitattributes</c>; absent ones are left out.</summary>
    ValueTask<IReadOnlyDictionary<RepoPath, byte[]>> ReadFilesAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation);

    /// <summary>Reads many blobs in the order asked, a bounded amount of memory at a time.</summary>
    /// <param name="blobs">What to read; is enumerated on another thread.</param>
    /// <param name="limitBytes">A larger blob is reported with its size and without its bytes.</param>
    /// <param name="cancellation">Stops reading.</param>
    IAsyncEnumerable<BlobBatch> ReadBlobsAsync(
        IEnumerable<BlobId> blobs, long limitBytes, CancellationToken cancellation);
}
