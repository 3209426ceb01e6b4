using Neap.Core;

namespace Neap.Content;

/// <summary>The folders of a tree.</summary>
internal static class FolderSet
{
    public static HashSet<RepoPath> Of(IEnumerable<RepoPath> paths)
    {
        var folders = new HashSet<RepoPath>();
        foreach (var path in paths)
        {
            var folder = path.Folder;
            while (!folder.IsEmpty && folders.Add(RepoPath.FromGit(folder)))
            {
                folder = folder[..Math.Max(0, folder.LastIndexOf((byte)'/'))];
            }
        }

        return folders;
    }
}
