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
        Assert.Contains("Given 3 eggs", run.Test.Output);
        Assert.Contains("n is 3", run.Test.Output);
        Assert.Matches(@"-> done: Steps\.Eggs\(3, <table>\) \(\d+\.\ds\)", run.Test.Output);
        Assert.Contains("-> error: broken", run.Test.Output);
        Assert.Contains("-> skipped because of previous errors", run.Test.Output);
        Assert.Contains("SPECS_SEED=", run.Test.Output);
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
        Assert.DoesNotContain("-> done", run.Test.Output);
        Assert.Empty(run.Messages);
    }

    [Fact]
    public async Task AttachmentsAreMessagesAndALineOfTheOutput()
    {
        var run = await Lab.RunStepsAsync("Then a file", Steps);
        Assert.Contains("[attachment]", run.Test.Output);
        var attachment = run.Of("attachment").Single();
        Assert.Equal("BASE64", Text(attachment, "contentEncoding"));
        Assert.Equal("application/json", Text(attachment, "mediaType"));
        Assert.Equal("e30=", Text(attachment, "body"));
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
        Assert.Equal(Text(hook, "id"), Text(run.Of("attachment").Single(), "testRunHookStartedId"));
        Assert.Equal("PASSED", Text(run.Of("testRunHookFinished").Single().GetProperty("result"), "status"));
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
        var type = Assert.Single(run.Of("parameterType"));
        Assert.Equal(("xs", "x+"), (Text(type, "name"), type.GetProperty("regularExpressions")[0].GetString()));
    }

    [Fact]
    public async Task StepsAreMatchedWithTheirGroups()
    {
        var run = await Lab.RunStepsAsync("Given a 'b'", "[Given(\"a {string}\")] public void A(string x) { }");
        var step = run.Of("testCase").Single().GetProperty("testSteps")[0];
        var arguments = step.GetProperty("stepMatchArgumentsLists")[0].GetProperty("stepMatchArguments");
        var group = arguments[0].GetProperty("group");
        Assert.Equal((2, "'b'"), (group.GetProperty("start").GetInt32(), Text(group, "value")));
        Assert.Equal("b", Text(group.GetProperty("children")[1], "value"));
    }

    private static string? Text(JsonElement message, string name) => message.GetProperty(name).GetString();
}
