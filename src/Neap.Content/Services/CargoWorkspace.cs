namespace Neap.Content;

/// <summary><c>Cargo.toml</c>: <c>members</c> and <c>exclude</c> of the table <c>[workspace]</c>.</summary>
internal static class CargoWorkspace
{
    public static IEnumerable<string> Folders(string text, WorkspaceTree tree)
    {
        var table = Table(text, "workspace");
        string[] patterns = [.. List(table, "members"), .. List(table, "exclude").Select(folder => "!" + folder)];
        return FolderGlobs.Match(patterns, "Cargo.toml", tree);
    }

    /// <summary>The lines of one table, joined: a list may go over several.</summary>
    private static string Table(string text, string name)
    {
        var header = $"[{name}]";
        var lines = ManifestText.Lines(text, "#").SkipWhile(line => line != header).Skip(1);
        return string.Join(' ', lines.TakeWhile(line => !IsHeader(line)));
    }

    private static bool IsHeader(string line) => line.StartsWith('[') && line.EndsWith(']') && !line.Contains('"', StringComparison.Ordinal);

    private static IEnumerable<string> List(string table, string key)
    {
        var start = table.IndexOf(key, StringComparison.Ordinal);
        var open = start < 0 ? -1 : table.IndexOf('[', start);
        var close = open < 0 ? -1 : table.IndexOf(']', open);
        return close < 0
            ? []
            : table[(open + 1)..close].Split(',').Select(ManifestText.Unquote).Where(value => value.Length > 0);
    }
}
