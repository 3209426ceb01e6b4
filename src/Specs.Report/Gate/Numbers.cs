using System.Globalization;
using Specs.Report.Model;

namespace Specs.Report.Gate;

/// <summary>Figures in words, the same in every culture.</summary>
internal static class Numbers
{
    public static string Text(double number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>A share cut off and never rounded up, so that 99.99 % does not show as 100 %.</summary>
    public static string Share(int part, int whole) =>
        $"{Text(Math.Floor(Percent(part, whole) * 100) / 100)} % ({part} of {whole})";

    public static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    public static string Time(TimeSpan time) => time.TotalSeconds >= 1
        ? $"{Text(time.TotalSeconds)} s"
        : $"{Text(time.TotalMilliseconds)} ms";

    public static Cause CauseOf(Outcome outcome) => new(
        outcome.Reason.Length == 0 || outcome.Result == Verdict.Passed
            ? outcome.Example.Name
            : $"{outcome.Example.Name} ({Ledger.NameOf(outcome.Result)}: {outcome.Reason})",
        outcome.Example.Anchor);

    public static IReadOnlyList<Cause> CausesOf(IEnumerable<Outcome> outcomes) => [.. outcomes.Select(CauseOf)];
}
