using Neap.Core;

namespace Neap.Content;

/// <summary>A file that names members of a workspace.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Tree">The tree that it is a part of.</param>
internal sealed record Manifest(RepoPath Path, string Text, WorkspaceTree Tree)
{
    /// <summary>The folder that its names are relative to; empty at the top.</summary>
    public string Folder { get; } = TextOf(Path.Folder);

    /// <summary>Paths below its folder, relative to it.</summary>
    public IEnumerable<string> Below(IEnumerable<RepoPath> paths)
    {
        var start = Folder.Length == 0 ? "" : Folder + "/";
        return paths.Select(path => path.ToString())
            .Where(path => path.StartsWith(start, StringComparison.Ordinal))
            .Select(path => path[start.Length..]);
    }

    private static string TextOf(ReadOnlySpan<byte> folder) => folder.IsEmpty ? "" : RepoPath.FromGit(folder).ToString();
}
