using Neap.Core;

namespace Neap.Content;

/// <summary>Finds services in files that build tools and code reviews need anyway.</summary>
/// <remarks>
/// Each format names folders, and a folder is a service. The formats add up: a Go service and an npm package in one
/// repository are two services. Nothing counts but the paths of a tree and the bytes of its manifests.
/// </remarks>
public static class ServiceDetector
{
    /// <summary>Name and version of how manifests are read. Another one means: what was found before has to be found again.</summary>
    public const string Version = "found-1";

    /// <summary>The services of a tree; none where no file names any.</summary>
    /// <param name="paths">Every path of the tree.</param>
    /// <param name="read">Reads manifests of the tree; a depth at a time, and none that lies in a member already found.</param>
    /// <param name="rest">The collection of what lies in no service; no service has its name.</param>
    public static async Task<Detection> DetectAsync(IReadOnlyList<RepoPath> paths, ManifestReader read, string rest)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(rest);
        var files = new Dictionary<RepoPath, byte[]>();
        var tree = new WorkspaceTree(paths, [.. paths.Where(path => WorkspaceFormat.Of(path) is not null)], files);
        var search = new ServiceSearch(tree, files, read);
        foreach (var level in tree.Manifests.GroupBy(Depth).OrderBy(level => level.Key))
        {
            await search.VisitAsync([.. level.Order()]);
        }

        var folders = search.Folders.ToHashSet();
        folders.IntersectWith(FolderSet.Of(paths));
        return new Detection(Named(folders, rest), search.Unread, search.Absent);
    }

    /// <summary>The services of folders, ordered by folder.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="rest">The collection of what lies in no service; no service has its name.</param>
    public static IReadOnlyList<Service> Named(IEnumerable<RepoPath> folders, string rest)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(rest);
        return [.. folders.Order().Select(folder => Service(folder, rest))];
    }

    /// <summary>True where a file of this name can make a service of a folder by being there.</summary>
    public static bool Counts(RepoPath path) => IsManifest(path) || BazelPackages.IsPackage(path);

    /// <summary>True where the content of a file can name services.</summary>
    public static bool IsManifest(RepoPath path) => WorkspaceFormat.Of(path) is not null;

    /// <summary>True where a manifest names no member, whatever else is in the tree.</summary>
    public static bool IsSilent(RepoPath manifest, byte[] content) =>
        WorkspaceFormat.Of(manifest) is { } format && format.IsSilent(ManifestText.Of(content));

    /// <summary>True where files come and go in folders that hold others as well, so that no folder appears or vanishes.</summary>
    /// <param name="moved">The files that come or go.</param>
    /// <param name="others">Those that stay.</param>
    public static bool KeepsFolders(IEnumerable<RepoPath> moved, IEnumerable<RepoPath> others) =>
        FolderSet.Of(moved).IsSubsetOf(FolderSet.Of(others));

    private static Service Service(RepoPath folder, string rest)
    {
        var name = ServiceName.Of(folder, rest);
        return new Service(name, name, [folder], []);
    }

    private static int Depth(RepoPath path) => path.Bytes.Count((byte)'/');
}
