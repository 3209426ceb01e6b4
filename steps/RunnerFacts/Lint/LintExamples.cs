namespace RunnerFacts.Lint;

/// <summary>For every rule a small suite that breaks it at one place, and the same suite mended.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Line">The line that the finding names.</param>
/// <param name="Bad">The feature, or the binding class, that breaks the rule.</param>
/// <param name="Good">The same, mended.</param>
internal sealed record LintExample(string Rule, int Line, string Bad, string Good)
{
    /// <summary>Below the features folder, or a binding class.</summary>
    public string Path { get; init; } = "shop/lint.feature";
}

/// <summary>All examples.</summary>
internal static class LintExamples
{
    private const string Scenario = "  Scenario: A basket\n    Given a\n    When b\n    Then the index is in step\n";

    public static IReadOnlyList<LintExample> All { get; } =
    [
        Of("when-in-background", 5, "  Background:\n    Given a\n    When b\n", "  Background:\n    Given a\n"),
        Steps("one-when", 3, "Given a\nThen the index holds\n", "Given a\nWhen b\nThen the index holds\n"),
        Steps("one-when", 3, "When b\nAnd b\nThen the index holds\n", "Given b\nWhen b\nThen the index holds\n"),
        Steps("one-purpose", 5, "Given a\nWhen a\nThen the index holds\n", "Given a\nWhen b\nThen the index holds\n"),
        Steps("when-in-present", 5, "Given a\nWhen b was done\nThen the index holds\n", "Given a\nWhen \"b was done\"\nThen the index holds\n"),
        Steps("step-order", 6, "When b\nThen the index holds\nGiven a\n", "Given a\nWhen b\nThen the index holds\n"),
        Steps(
            "ten-steps",
            3,
            $"{string.Concat(Enumerable.Repeat("Given a\n", 9))}When b\nThen the index holds\n",
            $"{string.Concat(Enumerable.Repeat("Given a\n", 8))}When b\nThen the index holds\n"),
        new("description", 1, $"Feature: Shop\n\n{Scenario}", $"Feature: Shop\n  Why.\n\n{Scenario}"),
        Of("rule", 1, Three(""), $"  Rule: It holds\n\n{Three("  ")}"),
        Of("rule", 3, $"  Rule: Nothing\n\n  Rule: It holds\n\n{Three("  ")}", $"  Rule: It holds\n\n{Three("  ")}"),
        Of("unique-name", 8, Scenario + "\n" + Scenario, Scenario + "\n" + Named("A cart")),
        Of("telling-name", 3, Named("Test 2"), Named("An empty basket")),
        Of("telling-name", 3, Named("The happy path"), Named("A basket with a book")),
        Of("tag-registry", 3, "  @unheard\n" + Scenario, "  @known\n" + Scenario),
        Of("twelve-rows", 8, Outline(13), Outline(12)),
        Of(
            "constant-column",
            8,
            Rows("| a | b |", "| 1 | x |", "| 2 | x |"),
            Rows("| a | b |", "| 1 | x |", "| 2 | y |")),
        Of(
            "unused-column",
            8,
            Rows("| a | c |", "| 1 | x |", "| 2 | y |"),
            Rows("| a | b |", "| 1 | x |", "| 2 | y |")),
        Given("no-waiting", "the test sleeps", "45 seconds passed"),
        Given("no-waiting", "it is done within 5 seconds", "it is done"),
        Given("no-commit-ids", "commit \"1a2b3c4\"", "commit \"add prices\""),
        Given("no-ports", "the server at localhost:8080", "the server"),
        Given("no-machine-paths", "the file \"/tmp/a.txt\"", "the file \"src/tmp/a.txt\""),
        Given("no-options", "it runs with --dry-run", "it is a dry run"),
        Of("no-options", 10, Rows("| b |", "| --dry-run |", "| b |"), Rows("| file |", "| --dry-run |", "| b |")),
        Of("no-commit-ids", 10, Rows("| b |", "| 1a2b3c4 |", "| b |"), Rows("| b |", "| 1a2b3c4d-e |", "| b |")),
        Of("no-ports", 10, Rows("| b |", "| localhost:8080 |", "| b |"), Rows("| b |", "| localhost |", "| b |")),
        Of("no-machine-paths", 10, Rows("| b |", "| /tmp/a.txt |", "| b |"), Rows("| b |", "| src/tmp/a.txt |", "| b |")),
        Given("step-end", "a basket.", "a basket"),
        Given("step-end", "these:", "these:\n      | a |"),
        Steps("state-step", 3, "When b\nThen it is fine\n", "When b\nThen the index is in step\n"),
        Of("layout", 5, Scenario.Replace("    When", "   When", StringComparison.Ordinal), Scenario),
        Of("layout", 4, Scenario.Replace("Given a", "Given a ", StringComparison.Ordinal), Scenario),
        Given("layout", "these\n      | a | b |\n      | 10 | b |", "these\n      | a  | b |\n      | 10 | b |", 5),
        new("step-catalogue", 3, "## Given\n\n| `` a `` | 1 | 1 | [lint](shop/lint.feature) | Steps |\n", "") { Path = "STEPS.md" },
        Bindings("binding-length", 3, Method(11), Method(10)),
        Bindings("binding-anchored", 3, Expression("^a (.*)"), Expression("^a (.*)$")),
        Bindings("binding-sorted", 6, Pair("b", "a"), Pair("a", "b")),
    ];

    private static LintExample Of(string rule, int line, string bad, string good) =>
        new(rule, line, Feature(bad), Feature(good));

    private static LintExample Steps(string rule, int line, string bad, string good) =>
        Of(rule, line, Told(bad), Told(good));

    private static LintExample Given(string rule, string bad, string good, int line = 4) => Steps(
        rule, line, $"Given {bad}\nWhen b\nThen the index holds\n", $"Given {good}\nWhen b\nThen the index holds\n");

    private static LintExample Bindings(string rule, int line, string bad, string good) =>
        new(rule, line, Class(bad), Class(good)) { Path = "Steps.cs" };

    private static string Class(string members) => $"public sealed class Steps\n{{\n{members}}}\n";

    private static string Feature(string rest) => $"Feature: Shop\n  Why.\n{rest}";

    private static string Named(string name) => Scenario.Replace("A basket", name, StringComparison.Ordinal);

    private static string Told(string steps) => "  Scenario: A basket\n"
        + string.Concat(steps.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(step => step.StartsWith(' ') ? $"{step}\n" : $"    {step}\n"));

    private static string Three(string indent) => string.Join('\n', "ABC".Select(name =>
        string.Concat(Named($"{name} basket")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => $"{indent}{line}\n"))));

    private static string Outline(int rows) => Rows(
        ["| a  | b |", .. Enumerable.Range(1, rows).Select(row => $"| {row,2} | {(row % 2 == 0 ? 'x' : 'y')} |")]);

    private static string Rows(params string[] rows) =>
        "  Scenario Outline: A basket of <a>\n    Given a\n    When <b>\n    Then the index is in step\n"
            + "\n    Examples:\n" + string.Concat(rows.Select(row => $"      {row}\n"));

    private static string Expression(string text) =>
        $"    [Given(\"{text}\")]\n    public void A(string x) => Do();\n";

    private static string Method(int lines) => "    [Given(\"a\")]\n    public void A()\n    {\n"
        + string.Concat(Enumerable.Repeat("        Do();\n", lines)) + "    }\n";

    private static string Pair(string first, string second) =>
        $"    [Given(\"{first}\")]\n    public void X() => Do();\n\n"
            + $"    [Given(\"{second}\")]\n    public void Y() => Do();\n";
}
