using Specs.Report.Model;

namespace Specs.Report.Diff;

/// <summary>
/// Which row of an outline is which: the same cells, or else the same first cell, which is the row's words. A scenario that
/// became an outline is the row that has most of its steps.
/// </summary>
internal sealed record ExamplePairs(IReadOnlyList<(Example Before, Example After)> Both, IReadOnlyList<Example> Lost)
{
    public static ExamplePairs Of(PlacedScenario before, PlacedScenario after)
    {
        var (lost, free) = (before.Scenario.Examples.ToList(), after.Scenario.Examples.ToList());
        var both = new List<(Example, Example)>();
        Take((old, now) => old.Cells.SequenceEqual(now.Cells));
        Take((old, now) => old.Cells.Count > 0 && now.Cells.Count > 0 && old.Cells[0] == now.Cells[0]);
        if (!before.Scenario.IsOutline)
        {
            free = [.. free.OrderByDescending(now => lost.Sum(old => InCommon(old, now)))];
            Take((_, _) => true);
        }

        return new(both, lost);

        void Take(Func<Example, Example, bool> isSame)
        {
            foreach (var old in lost.ToList())
            {
                if (free.Find(now => isSame(old, now)) is { } found)
                {
                    both.Add((old, found));
                    lost.Remove(old);
                    free.Remove(found);
                }
            }
        }
    }

    private static int InCommon(Example old, Example now) =>
        old.Steps.Select(StepText.Of).Intersect(now.Steps.Select(StepText.Of), StringComparer.Ordinal).Count();
}
