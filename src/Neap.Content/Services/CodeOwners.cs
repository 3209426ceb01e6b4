namespace Neap.Content;

/// <summary><c>CODEOWNERS</c>: folders that have an owner. Patterns that fit more than one folder name no service.</summary>
internal static class CodeOwners
{
    public static IEnumerable<string> Folders(string text, WorkspaceTree tree) => ManifestText.Lines(text, "#")
        .Select(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 1)
        .Select(words => Trim(words[0]))
        .Where(folder => folder.Length > 0 && folder.IndexOfAny(['*', '?', '[', '\\', '!']) < 0);

    /// <summary><c>/services/orders/</c>, <c>services/orders/**</c> and <c>/services/orders/*</c> are the folder alike.</summary>
    private static string Trim(string pattern)
    {
        var plain = pattern.EndsWith("/**", StringComparison.Ordinal) ? pattern[..^3] : pattern.EndsWith("/*", StringComparison.Ordinal) ? pattern[..^2] : pattern;
        var anchored = plain.StartsWith('/') || plain.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        return anchored ? plain.Trim('/') : "";
    }
}
