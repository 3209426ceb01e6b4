using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Rules;

/// <summary>Outlines: one rule with different values.</summary>
internal static class OutlineRules
{
    private const int MostRows = 12;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "twelve-rows",
            $"A block of Examples has at most {MostRows} rows.",
            "Keep the rows that differ in kind, or split the block by the reason of its rows.",
            Rows),
        new(
            "constant-column",
            "No column of an outline is the same in every row.",
            "Write the value into the steps and drop the column.",
            Constant),
        new(
            "unused-column",
            "Every column of an outline is used in its steps or its name.",
            "Drop the column, or name it in the title so that the row says what it shows.",
            Unused),
    ];

    private static IEnumerable<Spot> Rows(LintSubject subject) =>
        from scenario in subject.Scenarios
        from block in scenario.Node.Examples
        let rows = block.TableBody?.Count() ?? 0
        where rows > MostRows
        select scenario.At(block.Location, $"'{scenario.Node.Name}' has {rows} rows in one block.");

    private static IEnumerable<Spot> Constant(LintSubject subject) =>
        from scenario in subject.Scenarios
        where scenario.Rows.Count > 1
        from column in scenario.Columns.Select((name, place) => (name, place))
        let values = scenario.Rows.Select(row => row.Cells.ElementAt(column.place).Value).Distinct().ToArray()
        where values.Length == 1
        select At(scenario, $"The column '{column.name}' is always '{values[0]}'.");

    private static IEnumerable<Spot> Unused(LintSubject subject) =>
        from scenario in subject.Scenarios
        from column in scenario.Columns
        let placeholder = $"<{column}>"
        where !Texts(scenario).Any(text => text.Contains(placeholder, StringComparison.Ordinal))
        select At(scenario, $"The column '{column}' is used nowhere.");

    private static Spot At(ScenarioText scenario, string message) =>
        scenario.At(scenario.Node.Examples.First().Location, message);

    private static IEnumerable<string> Texts(ScenarioText scenario) => scenario.Steps
        .SelectMany(step => step.Words.Select(word => word.Text).Append(step.Node.DocString?.ContentType ?? ""))
        .Append(scenario.Node.Name);
}
