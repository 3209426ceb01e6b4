using System.Text.Json;
using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>What a reader of the results sees.</summary>
public sealed class OutputFacts
{
    private const string Steps = """
        [Given("{int} eggs")] public void Eggs(int n, Table table) => output.WriteLine("n is {0}", n);
        [When("it fails")] public void Fail() => throw new InvalidOperationException("broken");
        [Then("a file")] public void Attach()
        {
            var file = Path.GetTempFileName() + ".json";
            File.WriteAllText(file, "{}");
            output.AddAttachment(file);
            File.Delete(file);
        }
        readonly IReqnrollOutputHelper output;
        public Steps(IReqnrollOutputHelper output) => this.output = output;
        """;

    [Fact]
    public async Task StepsAreTracedWithTheirBindings()
    {
        var run = await Lab.RunStepsAsync("Given 3 eggs\n  | a |\nWhen it fails\nThen a file", Steps);
        run.Test.Output.Should().Contain("Given 3 eggs");
        run.Test.Output.Should().Contain("n is 3");
        run.Test.Output.Should().MatchRegex(@"-> done: Steps\.Eggs\(3, <table>\) \(\d+\.\ds\)");
        run.Test.Output.Should().Contain("-> error: broken");
        run.Test.Output.Should().Contain("-> skipped because of previous errors");
        run.Test.Output.Should().Contain("SPECS_SEED=");
    }

    [Fact]
    public async Task TraceCanBeShortened()
    {
        var run = await new Lab
        {
            Features = [new("features/lab.feature", "Feature: F\n  Scenario: S\n    Given 3 eggs\n      | a |\n")],
            Steps = Steps,
            Settings = "{ // comments are fine\n \"trace\": { \"traceSuccessfulSteps\": false }, }",
        }.RunAsync();
        run.Test.Output.Should().NotContain("-> done");
        run.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task AttachmentsAreMessagesAndALineOfTheOutput()
    {
        var run = await Lab.RunStepsAsync("Then a file", Steps);
        run.Test.Output.Should().Contain("[attachment]");
        var attachment = run.Of("attachment").Single();
        Text(attachment, "contentEncoding").Should().Be("BASE64");
        Text(attachment, "mediaType").Should().Be("application/json");
        Text(attachment, "body").Should().Be("e30=");
    }

    [Fact]
    public async Task HooksOfTheRunMayWriteToo()
    {
        var run = await Lab.RunStepsAsync(
            "Given a",
            """
            [Given("a")] public void A() { }
            [BeforeTestRun] public static void B(IReqnrollOutputHelper o) => o.WriteLine("hello");
            """);
        var hook = run.Of("testRunHookStarted").Single();
        Text(run.Of("attachment").Single(), "testRunHookStartedId").Should().Be(Text(hook, "id"));
        Text(run.Of("testRunHookFinished").Single().GetProperty("result"), "status").Should().Be("PASSED");
    }

    [Fact]
    public async Task TransformationsOfTextAreParameterTypes()
    {
        var run = await Lab.RunStepsAsync(
            "Given a",
            """
            [Given("a")] public void A() { }
            [StepArgumentTransformation("x+", Name = "xs")] public Version V(string x) => new();
            [StepArgumentTransformation] public Uri T(Table t) => null!;
            """);
        var type = run.Of("parameterType").Should().ContainSingle().Which;
        (Text(type, "name"), type.GetProperty("regularExpressions")[0].GetString()).Should().Be(("xs", "x+"));
    }

    [Fact]
    public async Task StepsAreMatchedWithTheirGroups()
    {
        var run = await Lab.RunStepsAsync("Given a 'b'", "[Given(\"a {string}\")] public void A(string x) { }");
        var step = run.Of("testCase").Single().GetProperty("testSteps")[0];
        var arguments = step.GetProperty("stepMatchArgumentsLists")[0].GetProperty("stepMatchArguments");
        var group = arguments[0].GetProperty("group");
        (group.GetProperty("start").GetInt32(), Text(group, "value")).Should().Be((2, "'b'"));
        Text(group.GetProperty("children")[1], "value").Should().Be("b");
    }

    private static string? Text(JsonElement message, string name) => message.GetProperty(name).GetString();
}
