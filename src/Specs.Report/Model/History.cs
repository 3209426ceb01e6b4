namespace Specs.Report.Model;

/// <summary>What an example's result means against the runs before.</summary>
public enum Mark
{
    /// <summary>As in the run before.</summary>
    Steady,

    /// <summary>Not in any run before.</summary>
    New,

    /// <summary>Passed in the run before, and does not now.</summary>
    Regressed,

    /// <summary>Did not pass in the run before, and does now.</summary>
    Fixed,

    /// <summary>Passed and failed in turn over the last runs, or only at a second attempt.</summary>
    Flaky,
}

/// <summary>One run of the past.</summary>
public sealed record PastRun
{
    /// <summary>When it began; what tells runs apart.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The tested commit; empty where nobody says.</summary>
    public required string Commit { get; init; }

    /// <summary>The time of the run.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Results by the key of the example's anchor.</summary>
    public required IReadOnlyDictionary<string, Verdict> Results { get; init; }

    /// <summary>Figures by name.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>What became of an example; null where it was not specified then.</summary>
    public Verdict? Of(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return Results.TryGetValue(Anchors.KeyOf(example.Anchor), out var result) ? result : null;
    }
}

/// <summary>The runs before this one, the oldest first.</summary>
/// <param name="Runs">Without the present one.</param>
public sealed record History(IReadOnlyList<PastRun> Runs)
{
    /// <summary>How many runs a strip shows, the present one included.</summary>
    public const int StripLength = 12;

    /// <summary>Nothing is known of any run.</summary>
    public static History None { get; } = new([]);

    /// <summary>The last results of an example, the present one last; null where it was not specified.</summary>
    public IReadOnlyList<Verdict?> StripOf(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return [.. Runs.TakeLast(StripLength - 1).Select(run => run.Of(outcome.Example)), outcome.Result];
    }

    /// <summary>What the result means against the runs before.</summary>
    public Mark MarkOf(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var strip = StripOf(outcome);
        var ran = strip.Take(strip.Count - 1).OfType<Verdict>()
            .Where(result => result is not (Verdict.Skipped or Verdict.NotRun)).ToList();
        return outcome.Result switch
        {
            Verdict.Flaky => Mark.Flaky,
            Verdict.Skipped or Verdict.NotRun => Mark.Steady,
            _ when ran.Count == 0 => Mark.New,
            _ when Turns([.. ran, outcome.Result]) >= 3 => Mark.Flaky,
            Verdict.Passed => ran[^1] is Verdict.Passed ? Mark.Steady : Mark.Fixed,
            _ => ran[^1] is Verdict.Passed or Verdict.Flaky ? Mark.Regressed : Mark.Steady,
        };
    }

    /// <summary>How many runs in a row an example has passed, the present one included.</summary>
    public int PassesInARow(Outcome outcome) =>
        StripOf(outcome).Reverse().TakeWhile(result => result is Verdict.Passed).Count();

    private static int Turns(List<Verdict> results) =>
        results.Zip(results.Skip(1)).Count(pair => pair.First is Verdict.Passed != pair.Second is Verdict.Passed);
}
