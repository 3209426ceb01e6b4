using Specs.Report.Model;

namespace Specs.Report.Diff;

/// <summary>What changed in one scenario.</summary>
internal static class ScenarioComparison
{
    /// <summary>Tags by which a suite leaves scenarios out.</summary>
    private static readonly string[] LeftOut = ["@ignore", "@wip", "@skip", "@xfail"];

    public static IEnumerable<SpecChange> Of(PlacedScenario before, PlacedScenario after)
    {
        List<string> weaker = [.. TagsLost(before, after), .. RowsLost(before, after), .. ThensLost(before, after)];
        if (weaker.Count > 0)
        {
            yield return Change(ChangeKind.Weakened, after, weaker);
        }

        var moves = Moves(before, after).ToList();
        if (moves.Count > 0)
        {
            yield return Change(ChangeKind.Moved, after, moves);
        }

        var words = Words(before, after).ToList();
        if (weaker.Count == 0 && words.Count > 0)
        {
            yield return Change(ChangeKind.Reworded, after, words);
        }
    }

    private static SpecChange Change(ChangeKind kind, PlacedScenario after, IReadOnlyList<string> details) =>
        new(kind, after.Path, after.Name, details, after.Scenario.Anchor);

    private static IEnumerable<string> TagsLost(PlacedScenario before, PlacedScenario after) =>
        before.Tags.Except(after.Tags)
        .Select(tag => $"no longer carries {tag}")
        .Concat(after.Tags.Except(before.Tags).Intersect(LeftOut).Select(tag => $"is left out by {tag}"));

    private static IEnumerable<string> RowsLost(PlacedScenario before, PlacedScenario after) =>
        ExamplePairs.Of(before, after).Lost
        .Select(example => $"no longer has the row {StepText.OfRow(example.Cells)}");

    private static IEnumerable<string> ThensLost(PlacedScenario before, PlacedScenario after) =>
        ExamplePairs.Of(before, after).Both
        .SelectMany(pair => OutcomeComparison.Weaker(pair.Before, pair.After)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Moves(PlacedScenario before, PlacedScenario after)
    {
        if (before.Path != after.Path)
        {
            yield return $"was in {before.Path}";
        }
        else if (before.Rule != after.Rule)
        {
            yield return $"was under the rule \"{before.Rule}\"";
        }
    }

    private static IEnumerable<string> Words(PlacedScenario before, PlacedScenario after)
    {
        if (before.Name != after.Name)
        {
            yield return $"was called \"{before.Name}\"";
        }

        var (old, now) = (Said(before), Said(after));
        foreach (var gone in old.Except(now, StringComparer.Ordinal))
        {
            yield return $"no longer says: {gone.ReplaceLineEndings(" ")}";
        }

        foreach (var added in now.Except(old, StringComparer.Ordinal))
        {
            yield return $"now says: {added.ReplaceLineEndings(" ")}";
        }
    }

    private static List<string> Said(PlacedScenario scenario) =>
    [
        .. scenario.Scenario.Examples.SelectMany(example => example.Steps).Select(StepText.Of)
            .Concat(scenario.Scenario.Description is { Length: > 0 } text ? [text] : [])
            .Concat(scenario.Scenario.Examples.Where(example => example.Cells.Count > 0).Select(
                example => StepText.OfRow(example.Cells)))
            .Concat(scenario.Tags),
    ];
}
