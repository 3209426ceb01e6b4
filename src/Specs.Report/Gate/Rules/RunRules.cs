using Specs.Report.Model;

namespace Specs.Report.Gate.Rules;

/// <summary>Rules about the run as a whole.</summary>
internal static class RunRules
{
    public static IEnumerable<KeyValuePair<string, GateRule>> All =>
    [
        new("sound", new("Nothing broke outside the scenarios", [], (_, findings) => Sound(findings.Documentation))),
        new("regressed",
            new("What passed last time passes", ["max"],
                (row, findings) => Regressed(Limit.Number(row, "max"), findings))),
    ];

    /// <summary>Rule number one; no gate file can leave it out.</summary>
    public static GateRow Complete(Findings findings)
    {
        var documentation = findings.Documentation;
        var ran = documentation.Outcomes.Count(outcome => outcome.Result != Verdict.NotRun);
        return new(
            "Every specified example ran to its end",
            $"{documentation.Ledger.Specified} of {documentation.Ledger.Specified}",
            $"{ran} of {documentation.Ledger.Specified}",
            documentation.State.IsComplete ? GateAnswer.Met : GateAnswer.NotMet,
            [.. documentation.State.Reasons.Select(reason => new Cause(reason, ""))]);
    }

    private static RuleResult Sound(Documentation documentation)
    {
        var causes = documentation.Run.Problems.Select(problem => new Cause(problem, "")).ToList();
        var isAllWell = documentation.Outcomes.All(outcome => outcome.Result is Verdict.Passed or Verdict.Skipped);
        if (isAllWell && causes.Count == 0 && documentation.Run.Files.Any(file => !file.SaysSuccess))
        {
            causes.Add(new("the run says that it failed, and every example passed", ""));
        }

        return new("no error", causes.Count == 0 ? "none" : Numbers.Text(causes.Count), causes.Count == 0, causes);
    }

    private static RuleResult Regressed(Limit max, Findings findings) => findings.History is { Runs.Count: > 0 } history
        ? RuleResult.AtMost(max, Numbers.CausesOf(findings.Documentation.Outcomes
            .Where(outcome => outcome.Quarantine is null && history.MarkOf(outcome) == Mark.Regressed)))
        : RuleResult.NoData($"at most {max.Text}", "no run before this one is known");
}
