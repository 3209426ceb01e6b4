namespace Neap.Content;

/// <summary><c>pnpm-workspace.yaml</c>: the list <c>packages</c> of folder patterns.</summary>
internal static class PnpmWorkspace
{
    public static IEnumerable<string> Folders(string text, WorkspaceTree tree)
    {
        var patterns = new List<string>();
        var inside = false;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Trim().Length > 0))
        {
            var item = line.TrimStart();
            if (inside && item.StartsWith("- ", StringComparison.Ordinal))
            {
                patterns.Add(ManifestText.Unquote(item[2..].Split(" #", 2)[0]));
            }
            else if (!item.StartsWith('#'))
            {
                inside = line.Split('#', 2)[0].TrimEnd() == "packages:";
            }
        }

        return FolderGlobs.Match(patterns, "package.json", tree);
    }
}
