using Specs.Report.Model;

namespace Specs.Report.Diff;

/// <summary>
/// Which row of an outline is which: the same cells, or else the same first cell, which is the row's words.
/// </summary>
internal sealed record ExamplePairs(IReadOnlyList<(Example Before, Example After)> Both, IReadOnlyList<Example> Lost)
{
    public static ExamplePairs Of(PlacedScenario before, PlacedScenario after)
    {
        var (lost, free) = (before.Scenario.Examples.ToList(), after.Scenario.Examples.ToList());
        var both = new List<(Example, Example)>();
        Take((old, now) => old.Cells.SequenceEqual(now.Cells));
        Take((old, now) => old.Cells.Count > 0 && now.Cells.Count > 0 && old.Cells[0] == now.Cells[0]);
        if (lost.Count == 1 && free.Count == 1 && !before.Scenario.IsOutline)
        {
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
}
