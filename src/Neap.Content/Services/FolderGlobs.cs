using System.Text;

namespace Neap.Content;

/// <summary>The patterns that workspaces name their members with: <c>packages/*</c>, <c>apps/**</c>, <c>{a,b}/[c-e]?</c>, <c>!old</c>.</summary>
/// <remarks>
/// A pattern is about folders with a manifest of their own. As in the tools themselves, a wildcard finds nothing hidden and
/// nothing that was copied in; a folder that is named in full is taken as it is named.
/// </remarks>
internal static class FolderGlobs
{
    /// <summary>The folders that some pattern names and no exception takes back, and the patterns that cannot be understood.</summary>
    /// <param name="patterns">Patterns; one that begins with <c>!</c> is an exception.</param>
    /// <param name="file">The name of the file that makes a folder a member.</param>
    /// <param name="manifest">Where the patterns stand; they are relative to its folder.</param>
    public static IEnumerable<Member> Match(IReadOnlyCollection<string> patterns, string file, Manifest manifest)
    {
        var all = patterns.SelectMany(FolderPattern.Read).ToArray();
        var exceptions = all.Where(pattern => pattern.IsException).ToArray();
        var wanted = all.Where(pattern => !pattern.IsException && pattern.IsUnderstood).ToArray();
        var literal = wanted.Where(pattern => pattern.IsLiteral).Select(pattern => pattern.Text);
        var found = wanted.Any(pattern => !pattern.IsLiteral)
            ? Folders(file, manifest).Where(folder => Array.Exists(wanted, pattern => pattern.Fits(folder)))
            : [];
        return literal.Concat(found)
            .Where(folder => !Array.Exists(exceptions, exception => exception.Fits(folder)))
            .Select(Member (string folder) => new Member.In(folder))
            .Concat(all.Where(pattern => !pattern.IsUnderstood)
                .Select(Member (FolderPattern pattern) => Member.Unread.Quoting("has a pattern that is not understood,", pattern.Text)));
    }

    private static IEnumerable<string> Folders(string file, Manifest manifest)
    {
        var ending = "/" + file;
        var named = manifest.Tree.Manifests.Where(path => path.FileName.SequenceEqual(Encoding.UTF8.GetBytes(file)));
        return manifest.Below(named)
            .Where(path => path.EndsWith(ending, StringComparison.Ordinal))
            .Select(path => path[..^ending.Length])
            .Where(folder => !IsHidden(folder));
    }

    private static bool IsHidden(string folder) =>
        folder.StartsWith('.') || folder.Contains("/.", StringComparison.Ordinal);
}
