namespace Neap.Changes;

/// <summary>What the working tree would commit, as a tree that can be read like any other.</summary>
/// <remarks>
/// Ignore rules and filters are git's own. The new objects and a copy of the index live in a temporary folder that ends
/// with <see cref="DisposeAsync"/>; no byte of the repository changes (git may renew the time of an object that it finds
/// there). A file in conflict counts with the markers it has.
/// </remarks>
public sealed class WorkingTree : IAsyncDisposable
{
    private readonly string _folder;

    private WorkingTree(string folder, TreeId tree, GitRepository view) => (_folder, Tree, View) = (folder, tree, view);

    /// <summary>The tree of everything that is not ignored.</summary>
    public TreeId Tree { get; }

    /// <summary>The repository with the tree's new objects in it; valid until this is disposed.</summary>
    public GitRepository View { get; }

    /// <summary>Takes in the working tree as it is now.</summary>
    /// <exception cref="NeapException">
    /// The repository is bare (<see cref="FailureKind.Usage"/>) or a file cannot be read
    /// (<see cref="FailureKind.ObjectUnreadable"/>).
    /// </exception>
    public static async ValueTask<WorkingTree> CaptureAsync(GitRepository repository, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repository);
        if (repository.WorkTree is null)
        {
            throw GitFailures.NoWorkTree(repository.GitDirectory);
        }

        var folder = Path.GetFullPath(
            Path.Combine(repository.Git.Options.TemporaryFolder, $"neap-{Guid.NewGuid():n}"));
        try
        {
            var git = repository.Git.With(Environment(repository.Git.Layout, folder));
            Prepare(repository.Git.Layout, folder);
            await StepAsync(git, [.. Quiet, "add", "--all", .. Without(repository.WorkTree, folder)], cancellation);
            var answer = await StepAsync(git, [.. Quiet, "write-tree", "--missing-ok"], cancellation);
            return ObjectId.TryParse(answer.Text, out var tree)
                ? new WorkingTree(folder, new TreeId(tree), new GitRepository(git, repository.Config))
                : throw GitFailures.WorkTreeUnreadable(repository.WorkTree, answer.End.Said);
        }
        catch
        {
            Remove(folder);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await View.DisposeAsync();
        Remove(_folder);
    }

    // Nothing here may run a hook, wake a file watcher, split the index or pack the repository.
    private static readonly string[] Quiet =
    [
        "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.splitIndex=false",
        "-c", "core.looseCompression=0", "-c", "core.fsync=none", "-c", "gc.auto=0", "-c", "core.safecrlf=false",
        "-c", "advice.addEmbeddedRepo=false", "-c", "submodule.recurse=false",
    ];

    private static Dictionary<string, string> Environment(RepositoryLayout layout, string folder) => new()
    {
        ["GIT_INDEX_FILE"] = Path.Combine(folder, "index"),
        ["GIT_OBJECT_DIRECTORY"] = Path.Combine(folder, "objects"),
        ["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = Quoted(Path.Combine(layout.CommonDirectory, "objects")),
    };

    // Somebody's folder for temporary files may be in the working tree itself.
    private static string[] Without(string workTree, string folder)
    {
        var relative = Path.GetRelativePath(workTree, folder);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? []
            : ["--", ":/", $":(exclude,top,literal){relative}"];
    }

    // A list of folders divided by colons, where one in quotes may hold a colon (git(1)).
    private static string Quoted(string folder) =>
        $"\"{folder.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static void Prepare(RepositoryLayout layout, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "objects"));
        var index = Path.Combine(layout.GitDirectory, "index");
        if (File.Exists(index))
        {
            var copy = Path.Combine(folder, "index");
            File.Copy(index, copy);

            // Git trusts a file's recorded state only where the file is older than the index.
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(index));
        }
    }

    private static async Task<GitAnswer> StepAsync(
        GitRunner git, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var answer = await git.AskAsync(arguments, cancellation);
        if (!answer.End.Succeeded)
        {
            await git.EnsureAcceptedAsync(cancellation);
            throw GitFailures.WorkTreeUnreadable(git.Layout.StartFolder, answer.End.Said);
        }

        return answer;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
