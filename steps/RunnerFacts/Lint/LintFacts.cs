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
        Assert.Equal(ExitCodes.Closed, code);
        Assert.Contains($"{Folder(example)}/{example.Path}:{example.Line}: {rule}: ", bad);
        var (_, good) = await LintAsync(example.Path, example.Good);
        Assert.DoesNotContain($": {rule}: ", good);
    }

    [Fact]
    public async Task EveryRuleHasAnExampleAndIsInTheReportForCi()
    {
        var broken = Kept.Replace("When b\n", "And b\n", StringComparison.Ordinal);
        using var suite = new LintSuite(new() { ["features/shop/kept.feature"] = broken });
        await suite.RunAsync("lint", "--sarif", "found.sarif");
        using var sarif = JsonDocument.Parse(suite.Read("found.sarif"));
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = sarif.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Select(rule => rule.GetProperty("id").GetString()!).ToArray();
        var fromRuns = new[] { "undefined-step", "ambiguous-step", "unused-definition" };
        var shown = LintExamples.All.Select(example => example.Rule).Distinct();
        Assert.Equal(rules.Except(fromRuns).Order(), shown.Order());
        var result = run.GetProperty("results")[0];
        Assert.Equal("one-when", result.GetProperty("ruleId").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var file = place.GetProperty("artifactLocation").GetProperty("uri").GetString();
        Assert.Equal("features/shop/kept.feature", file);
        Assert.Equal(4, place.GetProperty("region").GetProperty("startLine").GetInt32());
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
        Assert.Contains(line, output);
        Assert.Equal(step == "nobody knows" ? ExitCodes.Closed : code, found);
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
            Assert.DoesNotContain($": {rule}: ", output);
            Assert.Equal(
                rule == "layout" ? example.Good : Moved(example.Good), suite.Read(path));
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
        Assert.Equal(ExitCodes.Incomplete, (await suite.RunAsync("lint", "--messages", "run.ndjson")).Code);
        Assert.Equal(ExitCodes.Input, (await suite.RunAsync("lint", "--messages", "none.ndjson")).Code);
        Assert.Equal(ExitCodes.Input, (await suite.RunAsync("lint", "--bindings", "none")).Code);
        Assert.Equal(ExitCodes.Input, (await suite.RunAsync("lint", "--features", "none")).Code);
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
        Assert.Contains("## Given\n", text);
        Assert.Contains("| `` a `` | 1 | 1 | [lab](lab.feature) | ShopSteps |", text);
        Assert.Contains("| `` ^never\\|ever$ `` | 0 | 0 | never | ShopSteps |", text);
        Assert.Contains("## When\n", text);
        Assert.Equal(ExitCodes.WrongUse, (await suite.RunAsync("steps")).Code);
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
        Assert.Equal(findings == 0 ? ExitCodes.Open : ExitCodes.Closed, code);
        Assert.All(found, line => Assert.Contains(line, output));
        Assert.Equal(findings, output.Split(": step-catalogue: ").Length - 1);
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
