using System.Text.Json;
using Specs.Report;

namespace RunnerFacts.Lint;

/// <summary>Every rule finds what breaks it, at its line, and is silent where it is kept.</summary>
public sealed class LintFacts
{
    private const string Kept =
        "Feature: Kept\n  Why.\n\n  Scenario: One\n    Given a\n    When b\n    Then the index holds\n";

    public static IEnumerable<object[]> Examples =>
        LintExamples.All.Select((example, place) => new object[] { place, example.Rule });

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task ARuleIsBrokenByItsExampleAndKeptByTheMendedOne(int place, string rule)
    {
        var example = LintExamples.All[place];
        var (code, bad) = await LintAsync(example.Path, example.Bad);
        code.Should().Be(ExitCodes.Closed);
        bad.Should().Contain($"{Folder(example)}/{example.Path}:{example.Line}: {rule}: ");
        var (_, good) = await LintAsync(example.Path, example.Good);
        good.Should().NotContain($": {rule}: ");
    }

    [Fact]
    public async Task EveryRuleHasAnExampleAndIsInTheReportForCi()
    {
        var broken = Kept.Replace("When b\n", "And b\n", StringComparison.Ordinal);
        using var suite = new LintSuite(new() { ["features/shop/kept.feature"] = broken });
        await suite.RunAsync("lint", "--sarif", "found.sarif");
        using var sarif = JsonDocument.Parse(suite.Read("found.sarif"));
        sarif.RootElement.GetProperty("version").GetString().Should().Be("2.1.0");
        var run = sarif.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Select(rule => rule.GetProperty("id").GetString()!).ToArray();
        var fromRuns = new[] { "undefined-step", "ambiguous-step", "unused-definition" };
        var shown = LintExamples.All.Select(example => example.Rule).Distinct();
        shown.Order().Should().Equal(rules.Except(fromRuns).Order());
        var result = run.GetProperty("results")[0];
        result.GetProperty("ruleId").GetString().Should().Be("one-when");
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var file = place.GetProperty("artifactLocation").GetProperty("uri").GetString();
        file.Should().Be("features/shop/kept.feature");
        place.GetProperty("region").GetProperty("startLine").GetInt32().Should().Be(4);
    }

    [Theory]
    [InlineData("a", "", ExitCodes.Open, "0 findings")]
    [InlineData("nobody knows", "", ExitCodes.Closed, "features/lab.feature:5: undefined-step: 'nobody knows'")]
    [InlineData(
        "a",
        "[Given(\"^a$\")] public void Again() { }",
        ExitCodes.Closed,
        "features/lab.feature:5: ambiguous-step: 'a'")]
    [InlineData("a", "[Given(\"c\")] public void Never() { }", ExitCodes.Closed, "unused-definition: 'c'")]
    public async Task WhatOnlyARunKnowsIsTakenFromItsMessages(string step, string more, int code, string line)
    {
        var feature = Kept.Replace("Given a", $"Given {step}", StringComparison.Ordinal);
        var run = await Laboratory.Lab.RunAsync(
            feature,
            "[Given(\"a\"), When(\"b\"), Then(\"the index holds\")] public void A() { }" + more);
        using var suite = new LintSuite(new()
        {
            ["features/lab.feature"] = feature,
            ["run.ndjson"] = string.Join('\n', run.Messages.Select(message => message.GetRawText())),
        });
        var (found, output) = await suite.RunAsync("lint", "--messages", "run.ndjson");
        output.Should().Contain(line);
        found.Should().Be(step == "nobody knows" ? ExitCodes.Closed : code);
    }

    [Theory]
    [InlineData("layout")]
    [InlineData("binding-sorted")]
    public async Task WhatAProgramCanMendIsMendedOnRequest(string rule)
    {
        foreach (var example in LintExamples.All.Where(example => example.Rule == rule))
        {
            var path = $"{Folder(example)}/{example.Path}";
            using var suite = new LintSuite(new()
            {
                ["features/kept.feature"] = Kept,
                ["steps/Empty.cs"] = "",
                [path] = example.Bad,
            });
            var (_, output) = await suite.RunAsync("lint", "--bindings", "steps", "--fix");
            output.Should().NotContain($": {rule}: ");
            suite.Read(path).Should().Be(rule == "layout" ? example.Good : Moved(example.Good));
        }
    }

    [Fact]
    public async Task AMessageFileOfAPartOfTheSuiteIsRefused()
    {
        using var suite = new LintSuite(new()
        {
            ["features/lab.feature"] = Kept,
            ["run.ndjson"] = """{"pickle":{"id":"1","steps":[]}}""",
        });
        (await suite.RunAsync("lint", "--messages", "run.ndjson")).Code.Should().Be(ExitCodes.Incomplete);
        (await suite.RunAsync("lint", "--messages", "none.ndjson")).Code.Should().Be(ExitCodes.Input);
        (await suite.RunAsync("lint", "--bindings", "none")).Code.Should().Be(ExitCodes.Input);
        (await suite.RunAsync("lint", "--features", "none")).Code.Should().Be(ExitCodes.Input);
    }

    [Fact]
    public async Task TheCatalogueCountsUsesAndSaysWhere()
    {
        var run = await Laboratory.Lab.RunAsync(
            Kept,
            "[Given(\"a\"), When(\"b\"), Then(\"the index holds\")] public void A() { }"
                + "[Given(\"^never|ever$\")] public void N() { }");
        using var suite = new LintSuite(new()
        {
            ["features/lab.feature"] = Kept,
            ["steps/ShopSteps.cs"] = """
                    [Given("a"), When("b")]
                    public void A() => Do();

                    [Given("^never|ever$")]
                    public void N() => Do();

                """,
            ["run.ndjson"] = string.Join('\n', run.Messages.Select(message => message.GetRawText())),
        });
        await suite.RunAsync(
            "steps", "--messages", "run.ndjson", "--bindings", "steps", "--output", "features/STEPS.md");
        var text = suite.Read("features/STEPS.md");
        text.Should().Contain("## Given\n");
        text.Should().Contain("| `` a `` | 1 | 1 | [lab](lab.feature) | ShopSteps |");
        text.Should().Contain("| `` ^never\\|ever$ `` | 0 | 0 | never | ShopSteps |");
        text.Should().Contain("## When\n");
        (await suite.RunAsync("steps")).Code.Should().Be(ExitCodes.WrongUse);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("[Given(\"b\")] public void B() => Do();", 1, "steps/ShopSteps.cs:4: step-catalogue: Given 'b' is not in features/STEPS.md.")]
    [InlineData("[Given(\"a\")] public void A() => Do();", 1, "features/STEPS.md:10: step-catalogue: ShopSteps has no When `` ^a\\|b$ ``.")]
    public async Task TheCatalogueIsStaleWhereADefinitionCameOrWent(string change, int findings, params string[] found)
    {
        ArgumentNullException.ThrowIfNull(found);
        const string Both = "[Given(\"a\"), When(\"^a|b$\")] public void A() => Do();";
        var first = change.Contains("\"a\"", StringComparison.Ordinal) ? change : Both;
        var second = first == change ? "" : change;
        using var suite = new LintSuite(new()
        {
            ["steps/ShopSteps.cs"] = $"// of a shop\n    {first}\n\n    {second}\n",
            ["features/STEPS.md"] = """
                # Steps

                ## Given

                | `` a `` | 7 | 1 | [lab](lab.feature) | ShopSteps |

                ## When

                | Step | Uses | Features | First use | Definition |
                | `` ^a\|b$ `` | 7 | 1 | [lab](lab.feature) | ShopSteps |
                """,
        });
        var (code, output) = await suite.RunAsync("lint", "--bindings", "steps");
        code.Should().Be(findings == 0 ? ExitCodes.Open : ExitCodes.Closed);
        foreach (var line in found)
        {
            output.Should().Contain(line);
        }

        (output.Split(": step-catalogue: ").Length - 1).Should().Be(findings, "the output is {0}", output);
    }

    /// <summary>The methods move with their attributes.</summary>
    private static string Moved(string source) => source
        .Replace("X()", "Z()", StringComparison.Ordinal)
        .Replace("Y()", "X()", StringComparison.Ordinal)
        .Replace("Z()", "Y()", StringComparison.Ordinal);

    private static string Folder(LintExample example) =>
        example.Path.EndsWith(".cs", StringComparison.Ordinal) ? "steps" : "features";

    private static async Task<(int Code, string Output)> LintAsync(string path, string text)
    {
        var isBinding = path.EndsWith(".cs", StringComparison.Ordinal);
        using var suite = new LintSuite(new()
        {
            [isBinding ? $"steps/{path}" : $"features/{path}"] = text,
            [isBinding ? "features/shop/kept.feature" : "steps/Empty.cs"] = isBinding ? Kept : "",
        });
        return await suite.RunAsync("lint", "--bindings", "steps");
    }
}
