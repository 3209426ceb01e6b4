using Neap.Core;

namespace Neap.Content;

/// <summary>A walk through the manifests of a tree, from the top down, which reads those that can matter and each of them once.</summary>
/// <remarks>A manifest inside a member that the same tool has found already is that member's own affair, and is not read.</remarks>
internal sealed class ServiceSearch(WorkspaceTree tree, Dictionary<RepoPath, byte[]> files, ManifestReader read)
{
    private readonly Dictionary<string, HashSet<RepoPath>> _known = new(StringComparer.Ordinal);
    private readonly List<UnreadManifest> _unread = [];
    private readonly HashSet<RepoPath> _asked = [];

    /// <summary>The folders that were named, whether they are there or not.</summary>
    public IEnumerable<RepoPath> Folders => _known.Values.SelectMany(found => found);

    /// <summary>What could not be understood.</summary>
    public IReadOnlyList<UnreadManifest> Unread => _unread;

    /// <summary>How many manifests could not be had.</summary>
    public int Absent => _asked.Count - files.Count;

    /// <summary>Reads the manifests of one depth; those above them have been read.</summary>
    public async Task VisitAsync(IReadOnlyList<RepoPath> level)
    {
        await ReadAsync(level.Where(IsOfInterest));
        await ReadAsync(level.Where(IsOfInterest).Where(files.ContainsKey)
            .SelectMany(path => WorkspaceFormat.Of(path)!.Needs(ManifestAt(path))));
        foreach (var path in level.Where(files.ContainsKey))
        {
            // One manifest of this depth may have named the folder of the next.
            if (IsOfInterest(path))
            {
                Visit(path);
            }
        }
    }

    private void Visit(RepoPath path)
    {
        var format = WorkspaceFormat.Of(path)!;
        var members = format.Read(ManifestAt(path)).ToArray();
        _unread.AddRange(members.OfType<Member.Unread>().Distinct().Select(member => new UnreadManifest(path, member.What)));
        _known.TryAdd(format.Tool, []);
        _known[format.Tool].UnionWith(FoldersOf(path, members));
    }

    private async Task ReadAsync(IEnumerable<RepoPath> paths)
    {
        var wanted = paths.Where(_asked.Add).ToArray();
        if (wanted.Length == 0)
        {
            return;
        }

        foreach (var (path, bytes) in await read(wanted))
        {
            files[path] = bytes;
        }
    }

    private Manifest ManifestAt(RepoPath path) => new(path, ManifestText.Of(files[path]), tree);

    private bool IsOfInterest(RepoPath path) =>
        !_known.TryGetValue(WorkspaceFormat.Of(path)!.Tool, out var members) || !LiesIn(path, members);

    private static IEnumerable<RepoPath> FoldersOf(RepoPath manifest, IEnumerable<Member> members)
    {
        var from = manifest.Folder.IsEmpty ? "" : RepoPath.FromGit(manifest.Folder).ToString();
        return members.OfType<Member.In>()
            .Select(member => MemberFolder.Of(from, member.Folder))
            .Where(folder => folder is not null)
            .Select(folder => folder!.Value);
    }

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
