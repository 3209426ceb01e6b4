using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Gate.Rules;

/// <summary>The rule about the lines of the product that the suite passes through.</summary>
internal static class CoverageRules
{
    public static IEnumerable<KeyValuePair<string, GateRule>> All =>
    [
        new("line-coverage", new("Lines of the product that the suite passes through", ["of", "min"], Lines)),
    ];

    /// <summary>Every part keeps the limit by itself, so that a large one cannot make up for a small one.</summary>
    private static RuleResult Lines(YamlRow row, Findings findings)
    {
        var min = Limit.Number(row, "min");
        var named = row["of"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var wanted = $"at least {min.Text} of {(named.Length == 0 ? "each part" : string.Join(", ", named))}";
        if (findings.Coverage is not { Count: > 0 } coverage)
        {
            return RuleResult.NoData(wanted, "nobody measured coverage");
        }

        if (Array.Find(named, name => coverage.All(part => part.Part != name)) is { } absent)
        {
            return RuleResult.NoData(wanted, $"no line of {absent} was measured");
        }

        var parts = coverage.Where(part => named.Length == 0 || named.Contains(part.Part))
            .OrderBy(part => Numbers.Percent(part.Covered, part.Lines)).ToList();
        var low = parts.Where(part => ValueOf(part, min) < min.Value).ToList();
        return new(
            wanted,
            $"{Numbers.Share(parts[0].Covered, parts[0].Lines)} of {parts[0].Part}",
            low.Count == 0,
            [.. low.SelectMany(part => part.Files).Where(file => file.Missed.Count > 0)
                .Select(file => new Cause($"not passed: {file}", ""))]);
    }

    private static double ValueOf(LineCoverage part, Limit min) =>
        min.IsShare ? Numbers.Percent(part.Covered, part.Lines) : part.Covered;
}
