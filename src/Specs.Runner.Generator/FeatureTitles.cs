using System.Collections.Immutable;

namespace Specs.Runner.Generator;

/// <summary>The titles of all features: in one folder two of them must not become the same class.</summary>
internal sealed class FeatureTitles
{
    private readonly Dictionary<string, FeatureTitle> _first;

    public FeatureTitles(ImmutableArray<FeatureTitle> titles) => _first = titles
        .Where(title => title.TestClass.Length > 0)
        .OrderBy(title => title.Path, StringComparer.Ordinal)
        .GroupBy(title => title.TestClass)
        .ToDictionary(same => same.Key, same => same.First());

    /// <summary>A feature as it is, or with a problem in the place of its class when a file before it has that class.</summary>
    public FeatureTranslation Judge(FeatureTranslation feature)
    {
        var title = feature.Title;
        return !_first.TryGetValue(title.TestClass, out var first) || first.Path == title.Path
            ? feature
            : FeatureTranslation.Of(title.Path, [new(title.Line, title.Column, Message(title, first))]);
    }

    private static string Message(FeatureTitle title, FeatureTitle first) =>
        $"The feature '{title.Text}' has the title of the feature in {first.Path} (line {first.Line}), "
            + $"or one that differs only in punctuation; both would be the class {title.ClassName}.";
}
