using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Gate.Rules;

/// <summary>Rules about time.</summary>
internal static class TimeRules
{
    public static IEnumerable<KeyValuePair<string, GateRule>> All =>
    [
        new("duration", new("Time of the whole run", ["max"], Whole)),
        new("slowest", new("Time of the slowest example", ["max"], Slowest)),
    ];

    private static RuleResult Whole(YamlRow row, Findings findings)
    {
        var max = Limit.Time(row, "max");
        var duration = findings.Documentation.Run.Duration;
        return duration == TimeSpan.Zero
            ? RuleResult.NoData($"at most {max.Text}", "the messages tell no times")
            : new($"at most {max.Text}", Numbers.Time(duration), duration.TotalSeconds <= max.Value,
                Slow(findings, 0).Take(3).ToList());
    }

    private static RuleResult Slowest(YamlRow row, Findings findings)
    {
        var max = Limit.Time(row, "max");
        var slowest = findings.Documentation.Outcomes.MaxBy(outcome => outcome.Duration);
        return slowest is null || slowest.Duration == TimeSpan.Zero
            ? RuleResult.NoData($"at most {max.Text}", "the messages tell no times")
            : new(
                $"at most {max.Text}",
                Numbers.Time(slowest.Duration),
                slowest.Duration.TotalSeconds <= max.Value,
                [.. Slow(findings, max.Value)]);
    }

    private static IEnumerable<Cause> Slow(Findings findings, double seconds) => findings.Documentation.Outcomes
        .Where(outcome => outcome.Duration.TotalSeconds > seconds)
        .OrderByDescending(outcome => outcome.Duration)
        .Select(outcome => new Cause($"{outcome.Example.Name} ({Numbers.Time(outcome.Duration)})",
            outcome.Example.Anchor));
}
