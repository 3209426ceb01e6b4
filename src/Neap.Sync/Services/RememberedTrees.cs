using System.Runtime.CompilerServices;
using Neap.Core;

namespace Neap.Sync;

/// <summary>A repository that is asked the same about its trees by several collections, and answers from memory.</summary>
/// <remarks>It belongs to its caller, who also ends the repository behind it.</remarks>
internal sealed class RememberedTrees(IRepository repository) : IRepository
{
    private readonly Dictionary<(TreeId From, TreeId To), IReadOnlyList<Change>?> _compared = [];
    private readonly Dictionary<TreeId, IReadOnlyList<Change.Written>> _listed = [];

    public string GitDirectory => repository.GitDirectory;

    public string FolderName => repository.FolderName;

    public bool IsPartialClone => repository.IsPartialClone;

    public ValueTask<Tip?> TipAsync(RefName name, CancellationToken cancellation) => repository.TipAsync(name, cancellation);

    public ValueTask<TreeId> TreeOfAsync(CommitId commit, CancellationToken cancellation) =>
        repository.TreeOfAsync(commit, cancellation);

    public async IAsyncEnumerable<Change.Written> ListAsync(
        TreeId tree, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!_listed.TryGetValue(tree, out var files))
        {
            _listed[tree] = files = await repository.ListAsync(tree, cancellation).ToListAsync(cancellation);
        }

        foreach (var file in files)
        {
            yield return file;
        }
    }

    public async ValueTask<IReadOnlyList<Change>?> CompareAsync(TreeId from, TreeId to, CancellationToken cancellation)
    {
        if (!_compared.TryGetValue((from, to), out var changes))
        {
            _compared[(from, to)] = changes = await repository.CompareAsync(from, to, cancellation);
        }

        return changes;
    }

    public ValueTask<IReadOnlyDictionary<RepoPath, Change.Written>> FindAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation) =>
        repository.FindAsync(tree, paths, cancellation);

    public WorkFile ReadWorkFile(string file, long limitBytes) => repository.ReadWorkFile(file, limitBytes);

    public ValueTask<IReadOnlyDictionary<RepoPath, byte[]>> ReadFilesAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation) =>
        repository.ReadFilesAsync(tree, paths, cancellation);

    public IAsyncEnumerable<BlobBatch> ReadBlobsAsync(
        IEnumerable<BlobId> blobs, long limitBytes, CancellationToken cancellation) =>
        repository.ReadBlobsAsync(blobs, limitBytes, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
