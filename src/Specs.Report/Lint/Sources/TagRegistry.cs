using System.Text.RegularExpressions;

namespace Specs.Report.Lint.Sources;

/// <summary>The tags that may be used: what stands first in a row of a table of <c>TAGS.md</c>.</summary>
internal sealed partial record TagRegistry(string File, IReadOnlySet<string> Tags)
{
    public static TagRegistry Read(string file, string name) => new(name, Parse(
        System.IO.File.Exists(file) ? System.IO.File.ReadAllText(file) : ""));

    public static IReadOnlySet<string> Parse(string markdown) =>
        Row().Matches(markdown).Select(row => row.Groups["tag"].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\|\s*`(?<tag>@[^`]+)`\s*\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
