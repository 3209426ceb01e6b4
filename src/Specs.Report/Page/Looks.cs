using System.Globalization;
using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>The signs and words by which results are shown, the same everywhere on the page.</summary>
internal static class Looks
{
    /// <summary>A result's sign; every result has another one, so that colour is never needed.</summary>
    public static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "✓",
        Verdict.Flaky => "≈",
        Verdict.Failed => "✗",
        Verdict.Undefined => "?",
        Verdict.Ambiguous => "⁇",
        Verdict.Pending => "…",
        Verdict.Skipped => "–",
        Verdict.NotRun => "○",
        _ => "⚑",
    };

    /// <summary>A result's class in the style sheet.</summary>
    public static Markup Class(Verdict verdict) => new(verdict switch
    {
        Verdict.Passed => "p",
        Verdict.Flaky or Verdict.Pending or Verdict.Quarantined => "w",
        Verdict.Skipped or Verdict.NotRun => "o",
        _ => "x",
    });

    /// <summary>The name by which the filter knows a result.</summary>
    public static Markup Key(Verdict verdict) => new(Ledger.NameOf(verdict).Replace(' ', '-'));

    /// <summary>The worst of some results, which is what a whole made of them shows.</summary>
    public static Verdict Worst(IEnumerable<Outcome> outcomes) =>
        outcomes.Select(outcome => outcome.Column).OrderByDescending(Weight).FirstOrDefault(Verdict.NotRun);

    /// <summary>A time as people say it.</summary>
    public static string Time(TimeSpan time) => time switch
    {
        { TotalMilliseconds: < 1 } => "< 1 ms",
        { TotalSeconds: < 1 } => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
        { TotalMinutes: < 1 } => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
        _ => time.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture) + " min",
    };

    /// <summary>What the last runs say of an example, in a few characters or words; empty without history.</summary>
    public static string Strip(History history, Outcome outcome)
    {
        if (history.Runs.Count == 0)
        {
            return "";
        }

        var strip = history.StripOf(outcome);
        return strip.Count > 1 && strip.All(result => result == outcome.Result)
            ? $" · same in the last {strip.Count} runs"
            : $" · last {strip.Count} runs {string.Concat(strip.Select(result => result is { } known ? Sign(known) : "·"))}";
    }

    /// <summary>A word for what the result means against the runs before; empty where nothing is new.</summary>
    public static string WordOf(Mark mark) => mark switch
    {
        Mark.New => "new",
        Mark.Regressed => "regressed",
        Mark.Fixed => "fixed",
        Mark.Flaky => "flaky",
        _ => "",
    };

    private static int Weight(Verdict verdict) => verdict switch
    {
        Verdict.Failed => 8,
        Verdict.Undefined => 7,
        Verdict.Ambiguous => 6,
        Verdict.Pending => 5,
        Verdict.NotRun => 4,
        Verdict.Flaky => 3,
        Verdict.Quarantined => 2,
        Verdict.Skipped => 1,
        _ => 0,
    };
}
