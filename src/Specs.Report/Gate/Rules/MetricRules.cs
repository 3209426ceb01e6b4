using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Gate.Rules;

/// <summary>Rules about what a run measured, against a limit or against the runs before.</summary>
internal static class MetricRules
{
    public static IEnumerable<KeyValuePair<string, GateRule>> All =>
    [
        new("metric", new("A measured figure", ["metric", "min", "max"], Measured)),
        new("metric-trend",
            new("A measured figure against the runs before", ["metric", "over", "worse-by", "better"], Trend)),
    ];

    private static RuleResult Measured(YamlRow row, Findings findings)
    {
        var isMax = row["max"].Length > 0;
        var limit = Limit.Number(row, isMax ? "max" : "min");
        var wanted = $"{row.Required("metric")} {(isMax ? "at most" : "at least")} {limit.Text}";
        var worst = Worst(row["metric"], findings, isMax);
        return worst is null
            ? RuleResult.NoData(wanted, "nobody measured it")
            : new(wanted, Text(worst), isMax ? worst.Value <= limit.Value : worst.Value >= limit.Value,
                [CauseOf(worst)]);
    }

    private static RuleResult Trend(YamlRow row, Findings findings)
    {
        var (over, by) = (Limit.Number(row, "over"), Limit.Number(row, "worse-by"));
        var isLowerBetter = row["better"] switch
        {
            "" or "lower" => true,
            "higher" => false,
            var other => throw row.Wrong($"has a \"better\" that is neither lower nor higher: {other}"),
        };
        var wanted = $"{row.Required("metric")} within {by.Text} of the median of {over.Text}";
        var now = Worst(row["metric"], findings, isLowerBetter);
        var before = Before(row["metric"], findings, (int)over.Value);
        if (now is null || before.Count < over.Value)
        {
            return RuleResult.NoData(wanted,
                now is null ? "nobody measured it" : $"{before.Count} of {over.Text} runs are known");
        }

        var median = Median(before);
        var worse = isLowerBetter ? now.Value - median : median - now.Value;
        return new(
            wanted, $"{Text(now)}, median {Numbers.Text(median)}", worse <= median * by.Value / 100, [CauseOf(now)]);
    }

    private static Metric? Worst(string name, Findings findings, bool isHighWorst) => findings.Metrics
        .Where(metric => metric.Name == name)
        .OrderBy(metric => isHighWorst ? -metric.Value : metric.Value)
        .FirstOrDefault();

    private static List<double> Before(string name, Findings findings, int count) =>
    [
        .. (findings.History ?? History.None).Runs
            .Where(run => run.Metrics.ContainsKey(name))
            .Select(run => run.Metrics[name])
            .TakeLast(count),
    ];

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string Text(Metric metric) => $"{Numbers.Text(metric.Value)} {metric.Unit}".TrimEnd();

    private static Cause CauseOf(Metric metric) => new($"{metric.Name} is {Text(metric)}", metric.Anchor);
}
