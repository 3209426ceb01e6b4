using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Gate.Rules;

/// <summary>
/// Rules about the columns of the ledger, for all examples or for those that a tag expression chooses.
/// </summary>
internal static class ColumnRules
{
    public static IEnumerable<KeyValuePair<string, GateRule>> All =>
    [
        new("passed", new("Passed at the first try", ["where", "min"], Passed)),
        Column("flaky", "Passed only after a failed try", Verdict.Flaky),
        Column("failed", "Failed", Verdict.Failed),
        Column("undefined", "Without a step definition", Verdict.Undefined),
        Column("ambiguous", "With more than one step definition", Verdict.Ambiguous),
        Column("pending", "Said to be unfinished", Verdict.Pending),
        Column("skipped", "Skipped", Verdict.Skipped),
        new("required", new("Neither skipped nor left out", ["where"], Required)),
    ];

    private static KeyValuePair<string, GateRule> Column(string kind, string title, Verdict column) =>
        new(kind, new(title, ["where", "max"], (row, findings) => AtMost(row, findings, column)));

    /// <summary>
    /// What is skipped counts against the share: it was wanted and not shown. Quarantine has rules of its own.
    /// </summary>
    private static RuleResult Passed(YamlRow row, Findings findings)
    {
        var min = Limit.Number(row, "min");
        var chosen = Choose(row, findings).Where(outcome => outcome.Quarantine is null).ToList();
        var ledger = Ledger.Of(chosen);
        var wanted = $"at least {min.Text}";
        if (chosen.Count == 0)
        {
            return Nothing(wanted);
        }

        var value = min.IsShare ? Numbers.Percent(ledger.Passed, ledger.Specified) : ledger.Passed;
        return new(
            wanted,
            Numbers.Share(ledger.Passed, ledger.Specified),
            value >= min.Value,
            Numbers.CausesOf(chosen.Where(outcome => outcome.Column != Verdict.Passed)));
    }

    private static RuleResult AtMost(YamlRow row, Findings findings, Verdict column)
    {
        var max = Limit.Number(row, "max");
        var chosen = Choose(row, findings);
        if (chosen.Count == 0)
        {
            return Nothing($"at most {max.Text}");
        }

        var found = chosen.Where(outcome => outcome.Column == column).ToList();
        return max.IsShare
            ? new(
                $"at most {max.Text}",
                Numbers.Share(found.Count, chosen.Count),
                Numbers.Percent(found.Count, chosen.Count) <= max.Value,
                Numbers.CausesOf(found))
            : RuleResult.AtMost(max, Numbers.CausesOf(found));
    }

    private static RuleResult Required(YamlRow row, Findings findings)
    {
        var chosen = Choose(row, findings);
        var open = chosen.Where(outcome => outcome.Result is Verdict.Skipped or Verdict.NotRun).ToList();
        return chosen.Count == 0
            ? Nothing("all")
            : new($"{chosen.Count} of {chosen.Count}", $"{chosen.Count - open.Count} of {chosen.Count}",
                open.Count == 0, Numbers.CausesOf(open));
    }

    private static RuleResult Nothing(string wanted) => RuleResult.NoData(wanted, "no example has such tags");

    private static List<Outcome> Choose(YamlRow row, Findings findings)
    {
        try
        {
            var test = TagExpression.Parse(row["where"]);
            return [.. findings.Documentation.Outcomes.Where(outcome => test(outcome.Example.Tags))];
        }
        catch (FormatException wrong)
        {
            throw row.Wrong($"has a \"where\" that is no tag expression, {wrong.Message}: {row["where"]}");
        }
    }
}
