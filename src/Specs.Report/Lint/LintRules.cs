using Specs.Report.Lint.Rules;

namespace Specs.Report.Lint;

/// <summary>All rules, in the order of their documentation.</summary>
internal static class LintRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        .. StructureRules.All,
        .. TenseRules.All,
        .. NameRules.All,
        .. OutlineRules.All,
        .. WordingRules.All,
        .. StateRules.All,
        .. LayoutRules.All,
        .. MatchRules.All,
        .. BindingRules.All,
        .. CatalogueRules.All,
    ];

    /// <summary>Every finding, by file and line.</summary>
    public static IReadOnlyList<Finding> Find(LintSubject subject) =>
    [
        .. All.SelectMany(rule => rule.Find(subject))
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
    ];
}
