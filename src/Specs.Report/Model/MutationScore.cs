using System.Globalization;

namespace Specs.Report.Model;

/// <summary>How many of the mutants that somebody could notice were noticed.</summary>
/// <param name="Killed">Those that turned an example red, or broke the run.</param>
/// <param name="Counted">All that are not equivalent.</param>
public sealed record MutationScore(int Killed, int Counted)
{
    /// <summary>The quantile of the normal distribution for 95 %.</summary>
    private const double Quantile = 1.96;

    /// <summary>The score of some mutants.</summary>
    public static MutationScore Of(IEnumerable<TriedMutant> mutants)
    {
        var counted = mutants.Where(mutant => mutant.Equivalent is null).ToList();
        return new MutationScore(counted.Count(mutant => mutant.IsKilled), counted.Count);
    }

    /// <summary>Such as <c>18 of 20 (90 %; of all mutants 70 to 97 %)</c>.</summary>
    public string InWords()
    {
        var (low, high) = Interval();
        var share = Counted == 0 ? 0 : Math.Floor(100.0 * Killed / Counted);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Killed} of {Counted} ({share:0} %; of all mutants {Math.Floor(100 * low):0} to {Math.Ceiling(100 * high):0} %)");
    }

    /// <summary>Between which shares the score of all mutants lies, at 95 % (Wilson's interval); 0 to 1.</summary>
    private (double Low, double High) Interval()
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
}
