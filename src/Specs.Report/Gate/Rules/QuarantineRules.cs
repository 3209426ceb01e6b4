using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Gate.Rules;

/// <summary>
/// Rules about scenarios that may be red for a while: few, owned, not for long, and not any more once they pass.
/// </summary>
internal static class QuarantineRules
{
    public static IEnumerable<KeyValuePair<string, GateRule>> All =>
    [
        new("quarantine-size", new("Examples in quarantine", ["max"], Size)),
        new("quarantine-terms", new("Quarantine has an owner, a reason and an end", ["max-days"], Terms)),
        new("quarantine-release", new("What passes again leaves quarantine", ["passes"], Release)),
    ];

    private static RuleResult Size(YamlRow row, Findings findings) => RuleResult.AtMost(
        Limit.Number(row, "max"),
        Numbers.CausesOf(findings.Documentation.Outcomes.Where(outcome => outcome.Quarantine is not null)));

    private static RuleResult Terms(YamlRow row, Findings findings)
    {
        var longest = Limit.Number(row, "max-days");
        var quarantine = findings.Documentation.Quarantine ?? new([], []);
        var causes = quarantine.Entries.Select(entry => (entry, Wrong: WrongWith(entry, findings.Today, longest.Value)))
            .Where(item => item.Wrong.Length > 0)
            .Concat(quarantine.Unknown.Select(entry => (entry, Wrong: "there is no such scenario")))
            .Select(item => new Cause($"{item.entry.Scenario}: {item.Wrong}", ""))
            .ToList();
        return new(
            $"all, for at most {longest.Text} days",
            causes.Count == 0 ? $"{quarantine.Entries.Count} in order" : $"{causes.Count} out of order",
            causes.Count == 0,
            causes);
    }

    private static string WrongWith(QuarantineEntry entry, DateOnly today, double longest) => entry switch
    {
        { Owner.Length: 0 } => "has no owner",
        { Reason.Length: 0 } => "has no reason",
        { Since: null } => "has no first day",
        { Until: null } => "has no end",
        _ when entry.DaysLeft(today) < 0 => $"ended on {entry.Until:yyyy-MM-dd}, {entry.Owner} answers for it",
        { Until: { } until, Since: { } since } when until.DayNumber - since.DayNumber > longest =>
            $"lasts longer than {longest} days",
        _ => "",
    };

    private static RuleResult Release(YamlRow row, Findings findings)
    {
        var passes = Limit.Number(row, "passes");
        var history = findings.History ?? History.None;
        var well = findings.Documentation.Outcomes
            .Where(outcome => outcome.Quarantine is not null && history.PassesInARow(outcome) >= passes.Value)
            .Select(outcome => new Cause(
                $"{outcome.Example.Name} passed {passes.Text} times in a row; take it out of quarantine",
                outcome.Example.Anchor))
            .ToList();
        return new($"none that passed {passes.Text} times in a row", Numbers.Text(well.Count), well.Count == 0, well);
    }
}
