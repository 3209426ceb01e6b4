using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Gate.Rules;

/// <summary>Rules about the features as text: what they lost, and what the linter says.</summary>
internal static class SpecRules
{
    public static IEnumerable<KeyValuePair<string, GateRule>> All =>
    [
        Changed("weakened", "Scenarios that demand less than before", ChangeKind.Weakened),
        Changed("removed", "Scenarios that are gone", ChangeKind.Removed),
        new("lint", new("Findings of the linter", ["max", "level"], Lint)),
    ];

    private static KeyValuePair<string, GateRule> Changed(string kind, string title, ChangeKind change) =>
        new(kind, new(title, ["max"], (row, findings) => AtMost(row, findings, change)));

    private static RuleResult AtMost(YamlRow row, Findings findings, ChangeKind kind)
    {
        var max = Limit.Number(row, "max");
        return findings.Difference is { } difference
            ? RuleResult.AtMost(max, [.. difference.Of(kind).Select(change => new Cause(
                string.Join("; ", (IEnumerable<string>)[change.Scenario, .. change.Details]), change.Anchor))])
            : RuleResult.NoData($"at most {max.Text}", "no earlier version of the features was named");
    }

    private static RuleResult Lint(YamlRow row, Findings findings)
    {
        var max = Limit.Number(row, "max");
        var levels = row["level"] switch
        {
            "" or "error" => (string[])["error"],
            "warning" => ["error", "warning"],
            "note" => ["error", "warning", "note"],
            var other => throw row.Wrong($"has a \"level\" that is neither error, warning nor note: {other}"),
        };
        return findings.Lint is { } lint
            ? RuleResult.AtMost(max, [.. lint.Where(found => levels.Contains(found.Level))
                .Select(found => new Cause($"{found.Place} {found.Rule}: {found.Message}".Trim(), ""))])
            : RuleResult.NoData($"at most {max.Text}", "no linter result was named");
    }
}
