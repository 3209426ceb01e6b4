using System.Text.RegularExpressions;

namespace Specs.Runner.Generator;

/// <summary>The few settings of <c>reqnroll.json</c> that change what is generated.</summary>
/// <remarks>A compiler plug-in has no JSON reader at hand; the two settings are found by their unique names.</remarks>
internal sealed record RunnerSettings(string Language, string NonParallelTags)
{
    private static readonly Regex FeatureLanguage =
        new("\"language\"\\s*:\\s*\\{[^}]*\"feature\"\\s*:\\s*\"(?<value>[^\"]+)\"");

    private static readonly Regex NonParallel =
        new("\"addNonParallelizableMarkerForTags\"\\s*:\\s*\\[(?<value>[^\\]]*)\\]");

    public static RunnerSettings From(string json) => new(
        Value(FeatureLanguage, json) is { Length: > 0 } language ? language : "en-US",
        Value(NonParallel, json));

    /// <summary>The dialect of the keywords: <c>en-US</c> is spoken as <c>en</c>.</summary>
    public string Dialect => Language.StartsWith("en-", System.StringComparison.Ordinal)
        && Language.Length == 5 && char.IsUpper(Language[3]) && Language != "en-Sc"
            ? "en"
            : Language;

    public bool RunsAlone(string tag) => NonParallelTags
        .Split(',')
        .Select(name => name.Trim(' ', '\r', '\n', '\t', '"', '@'))
        .Contains(tag);

    private static string Value(Regex setting, string json) => setting.Match(json).Groups["value"].Value;
}
