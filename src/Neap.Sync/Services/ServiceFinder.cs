using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Reads from a commit into which services its repository is divided.</summary>
internal static class ServiceFinder
{
    /// <summary>The services; none where the repository is not divided.</summary>
    /// <exception cref="NeapException">The commit describes services that cannot be.</exception>
    public static async Task<ServiceMap> FindAsync(
        IRepository repository, TreeId tree, CancellationToken cancellation)
    {
        if (tree.Value.IsNull || !RepoPath.TryParse(ServiceFile.Name, out var name))
        {
            return new ServiceMap([]);
        }

        var files = await repository.ReadFilesAsync(tree, [name], cancellation);
        var source = files.TryGetValue(name, out var bytes) ? ServiceFile.Parse(bytes) : new ServiceSource.Declared([]);
        return source is ServiceSource.Declared(var services)
            ? new ServiceMap(services)
            : new ServiceMap(await DetectAsync(repository, tree, cancellation));
    }

    private static async Task<IReadOnlyList<Service>> DetectAsync(
        IRepository repository, TreeId tree, CancellationToken cancellation)
    {
        var paths = await repository.ListAsync(tree, cancellation).Select(file => file.Path).ToListAsync(cancellation);
        var manifests = await repository.ReadFilesAsync(tree, ServiceDetector.Manifests(paths), cancellation);
        return ServiceDetector.Detect(new WorkspaceTree(paths, manifests));
    }
}
