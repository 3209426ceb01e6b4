using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>What a scenario counts as once a step did not pass.</summary>
public sealed class FailureFacts
{
    private const string Steps = """
        [Given("it passes")] public void Pass() => Log.Add("passed");
        [Given("it fails")] public void Fail() => throw new InvalidOperationException("broken");
        [Given("it is pending")] public void Pend() => throw new PendingStepException();
        [Given("it is marked pending")] public void Mark() => ScenarioContext.StepIsPending();
        [Given("it is twofold")] public void One() { }
        [Given("^it is twofold$")] public void Two() { }
        [Given("it is skipped")] public void Skip(IUnitTestRuntimeProvider runtime) { }
        """;

    [Theory]
    [InlineData("it is pending|it is unheard of", "UndefinedStep", "PENDING SKIPPED")]
    [InlineData("it is unheard of|it is twofold", "BindingError", "UNDEFINED AMBIGUOUS")]
    [InlineData("it fails|it is unheard of", "TestError", "FAILED UNDEFINED")]
    [InlineData("it is pending|it passes", "StepDefinitionPending", "PENDING SKIPPED")]
    [InlineData("it is marked pending", "StepDefinitionPending", "PENDING")]
    public async Task TheStatusOnlyRises(string steps, string status, string statuses)
    {
        var run = await Lab.RunStepsAsync(
            string.Join('\n', steps.Split('|').Select(step => $"Given {step}")),
            Steps.Replace("IUnitTestRuntimeProvider runtime", "", StringComparison.Ordinal)
                + "[AfterScenario] public void After(ScenarioContext context) => Log.Add(context.ScenarioExecutionStatus);");
        Assert.Equal([status], run.Log);
        Assert.Equal("failed", run.Test.Outcome);
        Assert.Equal(statuses.Replace("PENDING SKIPPED", steps.EndsWith("of", StringComparison.Ordinal) ? "PENDING UNDEFINED" : "PENDING SKIPPED", StringComparison.Ordinal), string.Join(' ', run.Statuses.SkipLast(1)));
    }

    [Fact]
    public async Task EveryUndefinedStepOfAScenarioIsNamedWithItsPlaceAndASnippet()
    {
        var run = await Lab.RunStepsAsync(
            "Given a box \"b\" of 3\nWhen x\n  | T |\nThen nothing", "[When(\"y\")] public void Y() { }");
        var message = run.Test.Error.Message;
        Assert.Contains("features/lab.feature:3", message, StringComparison.Ordinal);
        Assert.Contains("features/lab.feature:6", message, StringComparison.Ordinal);
        Assert.Contains("[Given(\"a box {string} of {int}\")]", message, StringComparison.Ordinal);
        Assert.Contains("public void GivenABoxOf(string p0, int p1)", message, StringComparison.Ordinal);
        Assert.Contains("public void WhenX(DataTable table)", message, StringComparison.Ordinal);
        Assert.Contains("[Then(\"nothing\")]", message, StringComparison.Ordinal);
        Assert.Equal(["UNDEFINED", "UNDEFINED", "UNDEFINED"], run.Statuses);
        Assert.Equal(3, run.Of("suggestion").Count());
    }

    [Theory]
    [InlineData("Pending", "failed")]
    [InlineData("Inconclusive", "failed")]
    [InlineData("Ignore", "skipped")]
    [InlineData("Error", "failed")]
    public async Task TheOutcomeOfUnfinishedScenariosIsConfigured(string setting, string outcome)
    {
        var lab = new Lab
        {
            Features =
            [
                new("features/lab.feature", "Feature: F\n  Scenario: Undefined\n    Given nobody knows\n  Scenario: Pending\n    Given it is pending\n  Scenario: Broken\n    Given it fails\n    Given nobody knows\n"),
            ],
            Steps = Steps.Replace("IUnitTestRuntimeProvider runtime", "", StringComparison.Ordinal),
            Settings = $$"""{ "runtime": { "missingOrPendingStepsOutcome": "{{setting}}" } }""",
        };
        var run = await lab.RunAsync();
        Assert.Equal(["Broken: failed", $"Pending: {outcome}", $"Undefined: {outcome}"], run.Outcomes);
    }

    [Fact]
    public async Task ARunWithAnUnfinishedScenarioIsNoSuccess()
    {
        var run = await Lab.RunStepsAsync("Given nobody knows", "");
        Assert.False(run.Of("testRunFinished").Single().GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task TheStackTraceLeadsToTheStepInTheFeatureFile()
    {
        var run = await Lab.RunStepsAsync(
            "Given it passes\nGiven it fails\nGiven it passes",
            Steps.Replace("IUnitTestRuntimeProvider runtime", "", StringComparison.Ordinal));
        Assert.Contains("features/lab.feature:line 4", run.Test.Error.StackTrace, StringComparison.Ordinal);
        Assert.Contains("at Steps.Fail()", run.Test.Error.StackTrace, StringComparison.Ordinal);
        Assert.Equal(["PASSED", "FAILED", "SKIPPED"], run.Statuses);
    }

    [Fact]
    public async Task BlockHooksDoNotRunOnceSomethingWentWrong()
    {
        var run = await Lab.RunStepsAsync(
            "Given it fails\nWhen x\nThen x",
            """
            [Given("it fails")] public void Fail() => throw new InvalidOperationException();
            [StepDefinition("x")] public void X() => Log.Add("x");
            [BeforeScenarioBlock] public void Before(ScenarioContext c) => Log.Add("before " + c.CurrentScenarioBlock);
            [AfterScenarioBlock] public void After(ScenarioContext c) => Log.Add("after " + c.CurrentScenarioBlock);
            """);
        Assert.Equal(["before Given"], run.Log);
    }
}
