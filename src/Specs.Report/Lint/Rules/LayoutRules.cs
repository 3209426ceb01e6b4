using Specs.Report.Lint.Fixing;

namespace Specs.Report.Lint.Rules;

/// <summary>Feature files are laid out as the formatter lays them out.</summary>
internal static class LayoutRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "layout",
            "Lines are indented by two for each level, tables are aligned, and no line ends with blanks.",
            "Run specs lint --fix.",
            subject =>
                from feature in subject.Features
                from line in FeatureLayout.Of(feature)
                select new Spot(feature.File, line.Number, $"The line should read '{line.Wanted}'.")),
    ];
}
