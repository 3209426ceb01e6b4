using System.Text.RegularExpressions;

namespace Neap.Content;

/// <summary><c>CODEOWNERS</c>: folders that have an owner. Patterns that fit more than one folder name no service.</summary>
/// <remarks>Its patterns are seen from the top of the repository, wherever the file is. A section of GitLab's may own what is in it.</remarks>
internal static partial class CodeOwners
{
    public static IEnumerable<Member> Read(Manifest manifest)
    {
        var isOwned = false;
        foreach (var words in ManifestText.Lines(manifest.Text, "#").Select(Words))
        {
            if (Section().Match(string.Join(' ', words)) is { Success: true } section)
            {
                isOwned = section.Groups["owners"].Length > 0;
            }
            else if ((isOwned || words.Length > 1) && Trim(words[0]) is { Length: > 0 } folder && folder.IndexOfAny(['*', '?', '[', '\\', '!']) < 0)
            {
                yield return new Member.In(FromTop(manifest, folder));
            }
        }
    }

    /// <summary>The words of a line; a space that belongs to a path is written <c>\ </c>.</summary>
    private static string[] Words(string line) =>
        [.. Word().Matches(line).Select(word => word.Value.Replace("\\ ", " ", StringComparison.Ordinal))];

    /// <summary><c>/services/orders/</c>, <c>services/orders/**</c> and <c>/services/orders/*</c> are the folder alike.</summary>
    private static string Trim(string pattern)
    {
        var plain = pattern.EndsWith("/**", StringComparison.Ordinal) ? pattern[..^3] : pattern.EndsWith("/*", StringComparison.Ordinal) ? pattern[..^2] : pattern;
        var anchored = plain.StartsWith('/') || plain.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        return anchored ? plain.Trim('/') : "";
    }

    private static string FromTop(Manifest manifest, string folder) => manifest.Folder.Length == 0 ? folder : "../" + folder;

    [GeneratedRegex(@"(?:\\ |[^ \t])+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\^?\[[^\]]+\](?:\[\d+\])? ?(?<owners>.*)$")]
    private static partial Regex Section();
}
