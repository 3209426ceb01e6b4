using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>What may stand where an expression names a parameter.</summary>
internal sealed record ParameterType(string Name, IReadOnlyList<string> Patterns)
{
    public bool IsQuoted => Name == "string";

    /// <summary>One group; groups inside would shift the numbering of the arguments.</summary>
    public string Group => "(" + string.Join("|", Patterns.Select(pattern => $"(?:{WithoutGroups(pattern)})")) + ")";

    private static string WithoutGroups(string pattern) => Regex.Replace(
        pattern, @"(?<skip>\\.|\[(?:\\.|[^\]])*\])|\((?:\?<\w+>|(?!\?))",
        found => found.Groups["skip"].Success ? found.Value : "(?:");
}
