using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Gate.Rules;

/// <summary>Rules about the requirements, and about what the suite would catch.</summary>
internal static class RequirementRules
{
    private const string NoFile = "no requirements file";
    private const string Between = " to ";

    public static IEnumerable<KeyValuePair<string, GateRule>> All =>
    [
        new("requirement-coverage", new("Requirements that are proven", ["of", "min"], Coverage)),
        new("unknown-ids", new("Tags that name no requirement", ["max"], UnknownIds)),
        new("faults-caught", new("Planted faults that turn the suite red", ["min", "max-days"], FaultsCaught)),
        new("mutants-killed", new("Changes made by rule that turn the suite red", ["of", "min"], MutantsKilled)),
    ];

    private static RuleResult Coverage(YamlRow row, Findings findings)
    {
        var min = Limit.Number(row, "min");
        var area = row["of"];
        var rows = findings.Documentation.Requirements?.Rows
            .Where(proof => IsOf(proof.Requirement.Id, area)).ToList() ?? [];
        if (rows.Count == 0)
        {
            return RuleResult.NoData($"at least {min.Text}", WhyNone(area));
        }

        var open = rows.Where(proof => proof.Proof != Proof.Proven)
            .OrderBy(proof => proof.Proof != Proof.Failing).ToList();
        var proven = rows.Count - open.Count;
        return new(
            $"at least {min.Text}{Shown(area)}",
            Numbers.Share(proven, rows.Count),
            (min.IsShare ? Numbers.Percent(proven, rows.Count) : proven) >= min.Value,
            [.. open.Select(proof => new Cause($"{proof.Requirement.Id} {Word(proof.Proof)}", ""))]);
    }

    /// <summary><c>C</c> stands for every id that begins so, <c>C-01 to C-17</c> for the ids from one to the other.</summary>
    private static bool IsOf(string id, string area) => area.Split(Between) is [var first, var last]
        ? Order(first, id) <= 0 && Order(id, last) <= 0
        : id.StartsWith(area, StringComparison.Ordinal);

    /// <summary>E-99 comes before E-100, so the shorter one of two is the smaller.</summary>
    private static int Order(string one, string other) =>
        one.Length == other.Length ? string.CompareOrdinal(one, other) : one.Length - other.Length;

    private static string Shown(string area) =>
        area.Length == 0 ? "" : area.Contains(Between, StringComparison.Ordinal) ? $" of {area}" : $" of {area}…";

    private static string WhyNone(string area) =>
        area.Length == 0 ? NoFile
        : area.Contains(Between, StringComparison.Ordinal) ? $"no requirement is one of {area}"
        : $"no requirement begins with {area}";

    private static RuleResult UnknownIds(YamlRow row, Findings findings)
    {
        var max = Limit.Number(row, "max");
        return findings.Documentation.Requirements is { } coverage
            ? RuleResult.AtMost(max, [.. coverage.UnknownIds.Select(CauseOf)])
            : RuleResult.NoData($"at most {max.Text}", NoFile);
    }

    private static Cause CauseOf(UnknownId id) => new($"{id.Id} at {id.Examples[0].Name}", id.Examples[0].Anchor);

    private static RuleResult FaultsCaught(YamlRow row, Findings findings)
    {
        var min = Limit.Number(row, "min");
        if (findings.Caught is not { Faults.Count: > 0 } caught)
        {
            return RuleResult.NoData($"at least {min.Text}", "nobody has planted faults yet");
        }

        var missed = caught.Faults.Where(fault => !fault.IsCaught)
            .Select(fault => new Cause($"not caught: {fault.Name}", "")).ToList();
        var found = caught.Faults.Count - missed.Count;
        var isEnough = (min.IsShare ? Numbers.Percent(found, caught.Faults.Count) : found) >= min.Value;
        var isOld = IsOld(row, caught, findings.Today);
        return new(
            $"at least {min.Text}",
            Numbers.Share(found, caught.Faults.Count),
            isEnough && !isOld,
            isOld ? [Age(row, caught), .. missed] : missed);
    }

    private static RuleResult MutantsKilled(YamlRow row, Findings findings)
    {
        var min = Limit.Number(row, "min");
        var part = row["of"];
        var wanted = $"at least {min.Text}{(part.Length == 0 ? "" : $" of {part}")}";
        var mutants = findings.Mutants?.Mutants.Where(mutant => part.Length == 0 || mutant.Part == part).ToList() ?? [];
        if (mutants.Count == 0)
        {
            return RuleResult.NoData(wanted, part.Length == 0 ? "nobody has tried mutants yet" : $"no mutant was tried in {part}");
        }

        var score = MutationScore.Of(mutants);
        return new(
            wanted,
            Numbers.Share(score.Killed, score.Counted),
            (min.IsShare ? Numbers.Percent(score.Killed, score.Counted) : score.Killed) >= min.Value,
            [.. mutants.Where(mutant => mutant.IsMissed).Select(mutant => new Cause($"not noticed: {mutant.Change}", ""))]);
    }

    private static Cause Age(YamlRow row, CaughtFaults caught) =>
        new($"the result is of {caught.Day:yyyy-MM-dd}, more than {row["max-days"]} days ago", "");

    private static bool IsOld(YamlRow row, CaughtFaults caught, DateOnly today) => row["max-days"].Length > 0
        && (caught.Day is not { } day || today.DayNumber - day.DayNumber > Limit.Number(row, "max-days").Value);

    private static string Word(Proof proof) => proof switch
    {
        Proof.Missing => "has no scenario",
        Proof.Failing => "fails",
        _ => "was not run",
    };
}
