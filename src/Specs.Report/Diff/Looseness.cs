using System.Globalization;
using System.Text.RegularExpressions;

namespace Specs.Report.Diff;

/// <summary>Whether a text with numbers demands less than another: a higher ceiling, a lower floor.</summary>
/// <remarks>
/// A number that is wanted exactly is neither looser nor stricter when it changes; such a change is other words.
/// </remarks>
internal static partial class Looseness
{
    private static readonly string[] Ceilings =
        ["at most", "within", "below", "under", "less than", "fewer than", "no more than", "up to", "<", "<=", "≤"];

    /// <summary>The text without its numbers and quoted values: what two versions of a step have in common.</summary>
    public static string Frame(string text) => Bounds().Replace(Values().Replace(text, "…"), "");

    /// <summary>True where the newer text has the same frame and a looser number.</summary>
    public static bool IsLooser(string before, string after)
    {
        if (before == after || Unbound(before) != Unbound(after))
        {
            return false;
        }

        var (old, now) = (Numbers().Matches(before), Numbers().Matches(after));
        return old.Zip(now).Any(pair => IsLooser(before, pair.First, after, pair.Second));
    }

    private static bool IsLooser(string before, Match old, string after, Match now)
    {
        var (was, here) = (Bound(before[..old.Index]), Bound(after[..now.Index]));
        return (was, here) switch
        {
            (Side.Exact, not Side.Exact) => true,
            (Side.Ceiling, Side.Ceiling) => Value(now) > Value(old),
            (Side.Floor, Side.Floor) => Value(now) < Value(old),
            _ => false,
        };
    }

    private static string Unbound(string text) => Bounds().Replace(Numbers().Replace(text, "…"), "");

    private static double Value(Match number) =>
        double.Parse(number.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>The last bound before the number counts.</summary>
    private static Side Bound(string before)
    {
        var word = Bounds().Matches(before).LastOrDefault()?.Value.Trim().ToLowerInvariant();
        return word switch
        {
            null => Side.Exact,
            _ when Ceilings.Contains(word) => Side.Ceiling,
            _ => Side.Floor,
        };
    }

    [GeneratedRegex(@"(?<![\w.])\d[\d,]*(?:\.\d+)?|""[^""]*""|'[^']*'")]
    private static partial Regex Values();

    [GeneratedRegex(@"(?<![\w.])\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"\b(?:at most|within|below|under|(?:less|fewer|no more|no less|more) than|up to|at least|above|over)\b\s*"
            + @"|[<>]=?\s*|[≤≥]\s*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Bounds();

    private enum Side
    {
        Exact,
        Ceiling,
        Floor,
    }
}
