using System.Runtime.CompilerServices;
using Neap.Core;

namespace Neap.Sync;

/// <summary>A repository that is asked the same about its trees by several collections, and answers from memory.</summary>
/// <remarks>
/// The files of one tree are kept, those of the last that was listed. It belongs to its caller, who also ends the
/// repository behind it.
/// </remarks>
public sealed class RememberedTrees(IRepository repository) : IRepository
{
    private readonly Dictionary<(TreeId From, TreeId To), IReadOnlyList<Change>?> _compared = [];
    private (TreeId Tree, IReadOnlyList<Change.Written> Files)? _listed;

    /// <inheritdoc/>
    public string GitDirectory => repository.GitDirectory;

    /// <inheritdoc/>
    public string FolderName => repository.FolderName;

    /// <inheritdoc/>
    public bool IsPartialClone => repository.IsPartialClone;

    /// <inheritdoc/>
    public ValueTask<Tip?> TipAsync(RefName name, CancellationToken cancellation) => repository.TipAsync(name, cancellation);

    /// <inheritdoc/>
    public ValueTask<TreeId> TreeOfAsync(CommitId commit, CancellationToken cancellation) =>
        repository.TreeOfAsync(commit, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Change.Written> ListAsync(
        TreeId tree, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (_listed?.Tree != tree)
        {
            _listed = (tree, await repository.ListAsync(tree, cancellation).ToListAsync(cancellation));
        }

        foreach (var file in _listed.Value.Files)
        {
            yield return file;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Change>?> CompareAsync(TreeId from, TreeId to, CancellationToken cancellation)
    {
        if (!_compared.TryGetValue((from, to), out var changes))
        {
            _compared[(from, to)] = changes = await repository.CompareAsync(from, to, cancellation);
        }

        return changes;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<RepoPath, Change.Written>> FindAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation) =>
        repository.FindAsync(tree, paths, cancellation);

    /// <inheritdoc/>
    public WorkFile ReadWorkFile(string file, long limitBytes) => repository.ReadWorkFile(file, limitBytes);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<RepoPath, byte[]>> ReadFilesAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation) =>
        repository.ReadFilesAsync(tree, paths, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<BlobBatch> ReadBlobsAsync(
        IEnumerable<BlobId> blobs, long limitBytes, CancellationToken cancellation) =>
        repository.ReadBlobsAsync(blobs, limitBytes, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
