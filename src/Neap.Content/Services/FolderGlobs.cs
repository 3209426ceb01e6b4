namespace Neap.Content;

/// <summary>The patterns that JavaScript and Rust workspaces name their members with: <c>packages/*</c>, <c>apps/**</c>, <c>!old</c>.</summary>
internal static class FolderGlobs
{
    /// <summary>The folders with a manifest that some pattern names and no later exception takes back.</summary>
    /// <param name="patterns">Patterns; one that begins with <c>!</c> is an exception.</param>
    /// <param name="manifest">The file that makes a folder a member.</param>
    /// <param name="tree">The tree.</param>
    public static IEnumerable<string> Match(IReadOnlyList<string> patterns, string manifest, WorkspaceTree tree)
    {
        var ending = "/" + manifest;
        return tree.Paths.Select(path => path.ToString())
            .Where(path => path.EndsWith(ending, StringComparison.Ordinal))
            .Select(path => path[..^ending.Length])
            .Where(folder => patterns.Any(pattern => !pattern.StartsWith('!') && Fits(pattern, folder))
                && !patterns.Any(pattern => pattern.StartsWith('!') && Fits(pattern[1..], folder)));
    }

    private static bool Fits(string pattern, string folder)
    {
        var plain = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        return Fits(plain.Trim('/').Split('/'), folder.Split('/'));
    }

    private static bool Fits(ReadOnlySpan<string> pattern, ReadOnlySpan<string> folder)
    {
        if (pattern.IsEmpty)
        {
            return folder.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            return Fits(pattern[1..], folder) || (!folder.IsEmpty && Fits(pattern, folder[1..]));
        }

        return !folder.IsEmpty && FitsSegment(pattern[0], folder[0]) && Fits(pattern[1..], folder[1..]);
    }

    private static bool FitsSegment(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return pattern.SequenceEqual(name);
        }

        var head = pattern[..star];
        var tail = pattern[(star + 1)..];
        if (!name.StartsWith(head))
        {
            return false;
        }

        for (var i = head.Length; i <= name.Length; i++)
        {
            if (FitsSegment(tail, name[i..]))
            {
                return true;
            }
        }

        return false;
    }
}
