using Specs.Report.Lint.Fixing;

namespace Specs.Report.Lint.Rules;

/// <summary>Step definitions are thin and easy to find.</summary>
internal static class BindingRules
{
    private const int MostLines = 10;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "binding-length",
            $"A definition has at most {MostLines} lines: parse, one driver call, assert.",
            "Move the work to a driver.",
            Length),
        new(
            "binding-anchored",
            "An expression is a Cucumber expression, or a regular expression between ^ and $.",
            "Put ^ before and $ behind the regular expression.",
            Anchored),
        new(
            "binding-sorted",
            "The definitions of a file stand in the order Given, When, Then, each by its text.",
            "Run specs lint --fix.",
            Sorted),
    ];

    private static IEnumerable<Spot> Length(LintSubject subject) =>
        from binding in subject.Bindings
        where binding.IsFirst && binding.BodyLines > MostLines
        select new Spot(binding.File, binding.Line, $"'{binding.Expression}' has {binding.BodyLines} lines.");

    private static IEnumerable<Spot> Anchored(LintSubject subject) =>
        from binding in subject.Bindings
        let text = binding.Expression
        let isRegex = text.StartsWith('^') || text.EndsWith('$') || text.Contains(".*", StringComparison.Ordinal)
            || text.Contains(@"\d", StringComparison.Ordinal) || text.Contains(")?", StringComparison.Ordinal)
        where isRegex && !(text.StartsWith('^') && text.EndsWith('$'))
        select new Spot(binding.File, binding.Line, $"'{text}' is a regular expression without both anchors.");

    private static IEnumerable<Spot> Sorted(LintSubject subject) =>
        from file in subject.Bindings.Where(binding => binding.IsFirst).GroupBy(binding => binding.File)
        from pair in file.Zip(file.Skip(1))
        where BindingOrder.Compare(pair.First, pair.Second) > 0
        select new Spot(
            pair.Second.File,
            pair.Second.Line,
            $"{pair.Second.Kind} '{pair.Second.Expression}' stands behind "
                + $"{pair.First.Kind} '{pair.First.Expression}'.");
}
