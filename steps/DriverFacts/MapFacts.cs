using System.Text.RegularExpressions;
using Drivers;
using Xunit;

namespace DriverFacts;

/// <summary>Whoever begins at the map of the features finds every one of them.</summary>
public sealed partial class MapFacts
{
    [Fact]
    public void EveryFeatureIsOnTheMapAndNoOther()
    {
        var features = Path.Combine(RepositoryRoot.Find(), "features");
        var named = Feature().Matches(File.ReadAllText(Path.Combine(features, "README.md"))).Select(link => link.Groups["path"].Value).ToArray();
        var there = Directory.EnumerateFiles(features, "*.feature", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(features, path).Replace('\\', '/')).ToArray();
        there.Except(named).Should().BeEmpty("features/README.md leads to every feature");
        named.Except(there).Should().BeEmpty("what it leads to is there");
    }

    [GeneratedRegex(@"\]\((?<path>[^)]+\.feature)\)")]
    private static partial Regex Feature();
}
