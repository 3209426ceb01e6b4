namespace Benchmarks.Running;

/// <summary>A figure with what it has to reach and what it should reach.</summary>
/// <param name="Name">What the figure is.</param>
/// <param name="Value">It.</param>
/// <param name="Unit"><c>%</c> or <c>x</c> (more is better), <c>ms</c> or <c>MB</c> (less is better).</param>
/// <param name="Floor">Has to be reached.</param>
/// <param name="Goal">Should be reached.</param>
internal sealed record Target(string Name, double Value, string Unit, double Floor, double Goal)
{
    private const int ManyFiles = 20_000;

    /// <summary>Goal, floor, or neither.</summary>
    public string Reached => Meets(Goal) ? "goal" : Meets(Floor) ? "floor" : "missed";

    /// <summary>The figures of a table.</summary>
    public static IReadOnlyList<Target> Of(Table table, Comparison comparison, int files)
    {
        var (floor, goal) = files > ManyFiles ? (33, 65) : (45, 70);
        var (times, timesGoal) = files > ManyFiles ? (6, 12) : (5, 8);
        var limit = table.CatFile.Wall;
        var (vectors, full) = (table.FullVectors.Wall, table.FullDefault.Wall);
        var bare = table.BareDefault.Wall;
        var peak = table.All.Where(row => row.Name.StartsWith("neap", StringComparison.Ordinal))
            .Max(row => Math.Max(row.OwnPeakMegabytes, row.ChildPeakMegabytes));
        return
        [
            new("full sync, vectors only, share of cat-file", Share(limit.Median, vectors.Median), "%", floor, goal),
            new("full sync, vectors only, fastest run", Share(limit.Min, vectors.Min), "%", floor, goal),
            new("full sync, share of bare work", Share(limit.Median + bare.Median, full.Median), "%", 70, 70),
            new("full sync, share of bare work, fastest run", Share(limit.Min + bare.Min, full.Min), "%", 70, 70),
            new("no change", table.NoChange.Wall.Median, "ms", 60, 30),
            new("no change, fastest run", table.NoChange.Wall.Min, "ms", 60, 30),
            new("1 % changed", table.Incremental.Wall.Median, "ms", 150, 75),
            new("1 % changed, fastest run", table.Incremental.Wall.Min, "ms", 150, 75),
            new("largest memory of neap or a child", peak, "MB", 220, 150),
            .. comparison.BestPeer is { } best
                ? (IReadOnlyList<Target>)
                [
                    new("best peer, full sync, against neap", best / full.Median, "x", times, timesGoal),
                    new("best peer, full sync, against neap vectors only", best / vectors.Median, "x", times, timesGoal),
                ]
                : [],
        ];
    }

    private bool Meets(double bound) => Unit is "%" or "x" ? Value >= bound : Value <= bound;

    private static double Share(double limit, double neap) => 100 * limit / neap;
}
