namespace Neap.Changes;

/// <summary>A repository on this machine, read through git's plumbing.</summary>
/// <remarks>
/// Opening it and looking at a branch read files only. Everything else starts git, which finds the repository by its own
/// rules and refuses one that belongs to somebody else; nothing is ever written to the repository, except that the
/// blobs a partial clone lacks are fetched when they are read.
/// </remarks>
public sealed class GitRepository : IRepository
{
    private readonly GitRunner _git;
    private readonly ConfigFile _config;
    private TreeOfCommit? _last;

    internal GitRepository(GitRunner git, ConfigFile config) => (_git, _config) = (git, config);

    /// <inheritdoc/>
    public string GitDirectory => _git.Layout.CommonDirectory;

    /// <inheritdoc/>
    public string FolderName => _git.Layout.FolderName;

    /// <inheritdoc/>
    public bool IsPartialClone => _config.Partial;

    /// <summary>The top folder of the checked out files, absolute; null in a bare repository.</summary>
    public string? WorkTree => _git.Layout.WorkTree;

    internal GitRunner Git => _git;

    internal ConfigFile Config => _config;

    /// <summary>Opens the repository that a folder belongs to; no process is started.</summary>
    /// <param name="folder">Any folder of a work tree, a git directory, or a bare repository.</param>
    /// <param name="options">How git is run.</param>
    /// <param name="cancellation">Stops opening.</param>
    /// <exception cref="NeapException">It belongs to none (<see cref="FailureKind.NotARepository"/>).</exception>
    public static ValueTask<GitRepository> OpenAsync(
        string folder, GitOptions options, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(options);
        cancellation.ThrowIfCancellationRequested();
        var layout = RepositoryFinder.Find(folder);
        var config = ConfigFile.Read(layout.CommonDirectory);
        var environment = new Dictionary<string, string>();
        if (layout.WorkTree is null && config.NamesWorkTree)
        {
            environment["GIT_WORK_TREE"] = layout.GitDirectory; // the one in the configuration may be gone
        }

        return ValueTask.FromResult(new GitRepository(new GitRunner(options, layout, environment), config));
    }

    /// <inheritdoc/>
    public ValueTask<Tip?> TipAsync(RefName name, CancellationToken cancellation) =>
        new RefResolver(_git, _config).FindAsync(name, cancellation);

    /// <inheritdoc/>
    public async ValueTask<TreeId> TreeOfAsync(CommitId commit, CancellationToken cancellation)
    {
        if (_last is not { } last || last.Commit != commit)
        {
            _last = last = new TreeOfCommit(commit, await new TreeReader(_git).OfAsync(commit, cancellation));
        }

        return last.Tree;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Change.Written> ListAsync(TreeId tree, CancellationToken cancellation) =>
        new TreeReader(_git).ListAsync(tree, cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Change>?> CompareAsync(
        TreeId from, TreeId to, CancellationToken cancellation) =>
        await new TreeReader(_git).CompareAsync(from, to, cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<RepoPath, Change.Written>> FindAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return await new TreeReader(_git).FindAsync(tree, paths, cancellation);
    }

    /// <inheritdoc/>
    public WorkFile ReadWorkFile(string file, long limitBytes)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new WorkFiles(_git.Layout).Read(file, limitBytes);
    }

    /// <inheritdoc/>
    /// <remarks>A file of more than 16 MiB is left out.</remarks>
    public async ValueTask<IReadOnlyDictionary<RepoPath, byte[]>> ReadFilesAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return await new FileReader(_git).ReadAsync(tree, paths, cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>Each batch is the caller's to dispose. A limit above 2 GiB counts as 2 GiB.</remarks>
    public IAsyncEnumerable<BlobBatch> ReadBlobsAsync(
        IEnumerable<BlobId> blobs, long limitBytes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentOutOfRangeException.ThrowIfNegative(limitBytes);
        return new BlobReader(_git, _config).ReadAsync(blobs, Math.Min(limitBytes, Array.MaxLength), cancellation);
    }

    /// <summary>Finds the repository of a submodule: the checked out one, else the one kept in <c>modules</c>.</summary>
    /// <param name="tree">The tree that has the submodule, for its <c>.gitmodules</c>.</param>
    /// <param name="submodule">An entry of that tree of mode <see cref="FileMode.Submodule"/>.</param>
    /// <param name="cancellation">Stops looking.</param>
    /// <returns>A folder for <see cref="OpenAsync"/>; null where the submodule was never fetched.</returns>
    public async ValueTask<string?> FindSubmoduleAsync(
        TreeId tree, Change.Written submodule, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(submodule);
        return await new SubmoduleFinder(_git).FindAsync(tree, submodule.Path, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What a commit's tree is never changes.</summary>
    private sealed record TreeOfCommit(CommitId Commit, TreeId Tree);
}
