namespace Neap.Content;

/// <summary><c>go.work</c>: <c>use ./folder</c>, one by one or in a block.</summary>
internal static class GoWorkspace
{
    public static IEnumerable<string> Folders(string text, WorkspaceTree tree)
    {
        var inside = false;
        foreach (var line in ManifestText.Lines(text, "//"))
        {
            if (line.StartsWith("use", StringComparison.Ordinal) && line.EndsWith('('))
            {
                inside = true;
            }
            else if (line == ")")
            {
                inside = false;
            }
            else if (inside)
            {
                yield return ManifestText.Unquote(line);
            }
            else if (line.StartsWith("use ", StringComparison.Ordinal))
            {
                yield return ManifestText.Unquote(line["use ".Length..]);
            }
        }
    }
}
