using Specs.Report.Caught;

namespace Specs.Report.Mutants;

/// <summary>How many of the mutants that somebody could notice were noticed.</summary>
/// <param name="Killed">Those that turned an example red, or broke the run.</param>
/// <param name="Counted">All that compile and are not equivalent.</param>
internal sealed record MutationScore(int Killed, int Counted)
{
    /// <summary>The quantile of the normal distribution for 95 %.</summary>
    private const double Quantile = 1.96;

    public static MutationScore Of(IEnumerable<MutantResult> mutants)
    {
        var counted = mutants.Where(mutant => mutant is { Equivalent: null, End: FaultEnd.Caught or FaultEnd.Missed or FaultEnd.RunBroken }).ToList();
        return new MutationScore(counted.Count(mutant => mutant.End != FaultEnd.Missed), counted.Count);
    }

    /// <summary>Between which shares the score of all mutants lies, at 95 % (Wilson's interval); 0 to 1.</summary>
    public (double Low, double High) Interval()
    {
        if (Counted == 0)
        {
            return (0, 1);
        }

        var share = (double)Killed / Counted;
        var square = Quantile * Quantile / Counted;
        var middle = (share + (square / 2)) / (1 + square);
        var half = Quantile / (1 + square) * Math.Sqrt(((share * (1 - share)) + (square / 4)) / Counted);
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    public string InWords()
    {
        var (low, high) = Interval();
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Killed} of {Counted} ({(Counted == 0 ? 0 : Math.Floor(100.0 * Killed / Counted))} %, of all mutants {100 * low:0} to {100 * high:0} %)");
    }
}
