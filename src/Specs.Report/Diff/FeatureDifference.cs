using Specs.Report.Model;

namespace Specs.Report.Diff;

/// <summary>What changed between two versions of the features.</summary>
internal static class FeatureDifference
{
    /// <summary>Between a commit and features at hand.</summary>
    public static SpecDifference SinceCommit(string version, string folder, Suite head) =>
        Between(version, new GitFeatures(folder).At(version), "the features at hand", head);

    /// <summary>Between two commits.</summary>
    public static SpecDifference OfCommits(string older, string newer, string folder)
    {
        var git = new GitFeatures(folder);
        return Between(older, git.At(older), newer, git.At(newer));
    }

    private static SpecDifference Between(string older, Suite before, string newer, Suite after)
    {
        var pairs = ScenarioPairs.Of(before, after);
        var changes = pairs.Both.SelectMany(pair => ScenarioComparison.Of(pair.Before, pair.After))
            .Concat(pairs.OnlyBefore.Select(gone => new SpecChange(ChangeKind.Removed, gone.Path, gone.Name, [], "")))
            .Concat(pairs.OnlyAfter.Select(added => new SpecChange(ChangeKind.Added, added.Path, added.Name, [],
                added.Scenario.Anchor)));
        return new(older, newer, [.. changes
            .OrderBy(change => change.Kind)
            .ThenBy(change => change.Path, StringComparer.Ordinal)]);
    }
}
