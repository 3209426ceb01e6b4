namespace Specs.Report.Model;

/// <summary>The one count that every output shows.</summary>
/// <remarks>
/// specified = passed at first try + flaky + failed + undefined + ambiguous + pending + skipped + not run
/// + quarantined, always: it is counted from the features and not from what the run happened to tell.
/// </remarks>
public sealed record Ledger
{
    private readonly int[] _counts;

    private Ledger(int[] counts) => _counts = counts;

    /// <summary>All columns in the order in which they are shown.</summary>
    public static IReadOnlyList<Verdict> Columns { get; } = Enum.GetValues<Verdict>();

    /// <summary>How many examples the features contain.</summary>
    public int Specified => _counts.Sum();

    /// <summary>Passed at the first try.</summary>
    public int Passed => this[Verdict.Passed];

    /// <summary>
    /// Neither passed nor left out on purpose: flaky, failed, undefined, ambiguous, pending, not run.
    /// </summary>
    public int Wrong => Specified - Passed - this[Verdict.Skipped] - this[Verdict.Quarantined];

    /// <summary>The count of a column.</summary>
    public int this[Verdict column] => _counts[(int)column];

    /// <summary>Counts any part of the suite.</summary>
    public static Ledger Of(IEnumerable<Outcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var counts = new int[Columns.Count];
        foreach (var outcome in outcomes)
        {
            counts[(int)outcome.Column]++;
        }

        return new(counts);
    }

    /// <summary>The words for a column, as every output writes them.</summary>
    public static string NameOf(Verdict column) => column switch
    {
        Verdict.Passed => "passed",
        Verdict.Flaky => "flaky",
        Verdict.Failed => "failed",
        Verdict.Undefined => "undefined",
        Verdict.Ambiguous => "ambiguous",
        Verdict.Pending => "pending",
        Verdict.Skipped => "skipped",
        Verdict.NotRun => "not run",
        _ => "quarantined",
    };

    /// <summary>The whole line: <c>15 specified = 6 passed + 1 flaky + …</c></summary>
    public override string ToString() =>
        $"{Specified} specified = {string.Join(" + ", Columns.Select(column => $"{this[column]} {NameOf(column)}"))}";
}
