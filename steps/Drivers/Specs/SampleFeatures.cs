namespace Drivers;

/// <summary>Writes the features of a small suite, and remembers where everything stands.</summary>
internal static class SampleFeatures
{
    /// <summary>Writes the files and returns every example with its place.</summary>
    public static IReadOnlyList<SampleExample> Write(string folder, IReadOnlyList<SampleScenario> scenarios)
    {
        var examples = new List<SampleExample>();
        foreach (var feature in scenarios.GroupBy(scenario => scenario.Feature, StringComparer.Ordinal))
        {
            var lines = Head(feature.Key);
            foreach (var same in feature.GroupBy(scenario => (scenario.Name, scenario.Tags)))
            {
                examples.AddRange(Add(lines, [.. same]));
            }

            var file = Path.Combine(folder, feature.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllLines(file, lines);
        }

        return examples;
    }

    private static List<string> Head(string path) =>
    [
        $"Feature: What {Path.GetFileNameWithoutExtension(path)} promise", "  A shop has to deliver.", "",
        "  Background:", "    Given a shop", "", "  Rule: What is ordered arrives",
    ];

    private static List<SampleExample> Add(List<string> lines, IReadOnlyList<SampleScenario> rows)
    {
        var (first, isOutline) = (rows[0], rows[0].Row.Length > 0);
        lines.AddRange(["", $"    {first.Tags}", $"    {(isOutline ? "Scenario Outline" : "Scenario")}: {first.Name}"]);
        var line = lines.Count;
        if (first.IsEmpty)
        {
            return [new(first, line, [])];
        }

        lines.AddRange(
        [
            "      When a book is ordered", "        | TITLE | COPIES |", "        | Emma  | 1      |",
            $"      Then it arrives{(isOutline ? " by <carrier>" : "")}",
        ]);
        if (!isOutline)
        {
            return [new(first, line, StepsOf(""))];
        }

        lines.AddRange(["", "      Examples:", "        | carrier |"]);
        var examples = new List<SampleExample>();
        foreach (var row in rows)
        {
            lines.Add($"        | {row.Row} |");
            examples.Add(new(row, lines.Count, StepsOf($" by {row.Row}")));
        }

        return examples;
    }

    private static List<SampleStep> StepsOf(string ending) =>
    [
        new("a shop", null),
        new("a book is ordered", [["TITLE", "COPIES"], ["Emma", "1"]]),
        new($"it arrives{ending}", null),
    ];
}

/// <summary>An example with its line and its steps, background first.</summary>
internal sealed record SampleExample(SampleScenario Scenario, int Line, IReadOnlyList<SampleStep> Steps);

/// <summary>A step as a runner sees it.</summary>
internal sealed record SampleStep(string Text, string[][]? Table);
