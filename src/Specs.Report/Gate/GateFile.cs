using Specs.Report.Gate.Rules;
using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Gate;

/// <summary>The rules of a gate file, and what they say of a run.</summary>
internal static class GateFile
{
    private static readonly Dictionary<string, GateRule> Kinds = new(
        [
            .. RunRules.All, .. ColumnRules.All, .. RequirementRules.All, .. MetricRules.All, .. CoverageRules.All,
            .. QuarantineRules.All, .. SpecRules.All, .. TimeRules.All,
        ],
        StringComparer.Ordinal);

    /// <summary>Judges by a gate file.</summary>
    /// <exception cref="SpecsException">The file is missing or holds something that is no rule.</exception>
    public static GateVerdict Judge(string path, Findings findings)
    {
        var rows = Yaml.Rows(path);
        if (rows.Count == 0)
        {
            throw SpecsException.WrongUse($"{path} holds no rule; such a gate would always be open.");
        }

        var judged = rows.Select(row => Apply(row, findings)).ToList();
        var complete = RunRules.Complete(findings);
        return new([complete, .. judged], findings.Documentation.State.IsComplete);
    }

    private static GateRow Apply(YamlRow row, Findings findings) =>
        Kinds.TryGetValue(row.Required("rule"), out var rule)
            ? rule.Apply(row, findings)
            : throw row.Wrong(
                $"has a rule \"{row["rule"]}\" that nobody knows; there are {string.Join(", ", Kinds.Keys)}");
}
