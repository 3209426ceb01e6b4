using Neap.Core;

namespace Neap.Content;

/// <summary>Finds services in files that build tools and code reviews need anyway.</summary>
/// <remarks>
/// Each format names folders, and a folder is a service. The formats add up: a Go service and an npm package in one
/// repository are two services. Pure: it sees paths and bytes.
/// </remarks>
public static class ServiceDetector
{
    /// <summary>The paths of a tree that have to be read before services can be found in it.</summary>
    public static IReadOnlyList<RepoPath> Manifests(IEnumerable<RepoPath> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return [.. paths.Where(path => WorkspaceFormat.Of(path) is not null)];
    }

    /// <summary>The services of a tree; none where no file names any.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="rest">The collection of what lies in no service; no service has its name.</param>
    public static Detection Detect(WorkspaceTree tree, string rest)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(rest);
        var folders = new HashSet<RepoPath>();
        var unread = new List<UnreadManifest>();
        var known = new Dictionary<string, HashSet<RepoPath>>(StringComparer.Ordinal);
        foreach (var (path, bytes) in tree.Files.OrderBy(file => Depth(file.Key)).ThenBy(file => file.Key))
        {
            var format = WorkspaceFormat.Of(path)!;
            known.TryAdd(format.Tool, []);
            if (!LiesIn(path, known[format.Tool]))
            {
                var members = format.Read(new Manifest(path, ManifestText.Of(bytes), tree)).ToArray();
                unread.AddRange(members.OfType<Member.Unread>().Distinct().Select(member => new UnreadManifest(path, member.What)));
                known[format.Tool].UnionWith(Folders(path, members));
            }
        }

        folders.UnionWith(known.Values.SelectMany(found => found));
        folders.IntersectWith(FolderSet.Of(tree.Paths));
        return new Detection([.. folders.Order().Select(folder => Service(folder, rest))], unread);
    }

    private static Service Service(RepoPath folder, string rest)
    {
        var name = ServiceName.Of(folder, rest);
        return new Service(name, name, [folder], []);
    }

    private static IEnumerable<RepoPath> Folders(RepoPath manifest, IEnumerable<Member> members)
    {
        var from = manifest.Folder.IsEmpty ? "" : RepoPath.FromGit(manifest.Folder).ToString();
        return members.OfType<Member.In>()
            .Select(member => MemberFolder.Of(from, member.Folder))
            .Where(folder => folder is not null)
            .Select(folder => folder!.Value);
    }

    private static int Depth(RepoPath path) => path.Bytes.Count((byte)'/');

    private static bool LiesIn(RepoPath path, HashSet<RepoPath> members)
    {
        for (var folder = path.Folder; !folder.IsEmpty; folder = folder[..Math.Max(0, folder.LastIndexOf((byte)'/'))])
        {
            if (members.Contains(RepoPath.FromGit(folder)))
            {
                return true;
            }
        }

        return false;
    }
}
