using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Reads from a commit into which services its repository is divided.</summary>
internal static class ServiceFinder
{
    /// <summary>The services, none where the repository is not divided, and what a reader should know of how they were found.</summary>
    /// <exception cref="NeapException">The commit describes services that cannot be.</exception>
    public static async Task<(ServiceMap Map, IReadOnlyList<string> Notes)> FindAsync(
        IRepository repository, TreeId tree, string rest, CancellationToken cancellation)
    {
        if (tree.Value.IsNull || !RepoPath.TryParse(ServiceFile.Name, out var name))
        {
            return (new ServiceMap([]), []);
        }

        var files = await repository.ReadFilesAsync(tree, [name], cancellation);
        var source = files.TryGetValue(name, out var bytes) ? ServiceFile.Parse(bytes) : new ServiceSource.Declared([]);
        if (source is ServiceSource.Declared(var services))
        {
            return (new ServiceMap(services), []);
        }

        var found = await DetectAsync(repository, tree, rest, cancellation);
        return (new ServiceMap(found.Services), UnreadNotes.Of(found.Unread));
    }

    private static async Task<Detection> DetectAsync(
        IRepository repository, TreeId tree, string rest, CancellationToken cancellation)
    {
        var paths = await repository.ListAsync(tree, cancellation).Select(file => file.Path).ToListAsync(cancellation);
        var manifests = await repository.ReadFilesAsync(tree, ServiceDetector.Manifests(paths), cancellation);
        return ServiceDetector.Detect(new WorkspaceTree(paths, manifests), rest);
    }
}
