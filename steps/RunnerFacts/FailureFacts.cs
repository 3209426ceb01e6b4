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
        [Given("it is skipped")] public void Skip() => throw new Xunit.SkipException("no");
        [Given("it is twofold")] public void One() { }
        [Given("^it is twofold$")] public void Two() { }
        """;

    [Theory]
    [InlineData("it is pending|it is unheard of", "UndefinedStep", "PENDING UNDEFINED")]
    [InlineData("it is unheard of|it is twofold", "BindingError", "UNDEFINED AMBIGUOUS")]
    [InlineData("it fails|it is unheard of", "TestError", "FAILED UNDEFINED")]
    [InlineData("it is pending|it passes", "StepDefinitionPending", "PENDING SKIPPED")]
    [InlineData("it is marked pending", "StepDefinitionPending", "PENDING")]
    [InlineData("it is twofold|it is pending|it fails", "BindingError", "AMBIGUOUS SKIPPED SKIPPED")]
    [InlineData("it is skipped|it is unheard of|it is twofold", "Skipped", "SKIPPED SKIPPED SKIPPED")]
    public async Task TheStatusOnlyRises(string steps, string status, string statuses)
    {
        var run = await Lab.RunStepsAsync(
            string.Join('\n', steps.Split('|').Select(step => $"Given {step}")),
            Steps + "[AfterScenario] public void After(ScenarioContext c) => Log.Add(c.ScenarioExecutionStatus);");
        run.Log.Should().Equal(status);
        run.Test.Outcome.Should().Be(status == "Skipped" ? "skipped" : "failed");
        string.Join(' ', run.Statuses.SkipLast(1)).Should().Be(statuses);
    }

    [Fact]
    public async Task EveryUndefinedStepOfAScenarioIsNamedWithItsPlaceAndASnippet()
    {
        var run = await Lab.RunStepsAsync(
            "Given a box \"b\" of 3\nWhen x\n  | T |\nThen nothing", "[When(\"y\")] public void Y() { }");
        var message = run.Test.Error.Message;
        message.Should().Contain("features/lab.feature:3");
        message.Should().Contain("features/lab.feature:6");
        message.Should().Contain("[Given(\"a box {string} of {int}\")]");
        message.Should().Contain("public void GivenABoxOf(string p0, int p1)");
        message.Should().Contain("public void WhenX(DataTable table)");
        message.Should().Contain("[Then(\"nothing\")]");
        run.Statuses.Should().Equal("UNDEFINED", "UNDEFINED", "UNDEFINED");
        run.Of("suggestion").Should().HaveCount(3);
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
                new("features/lab.feature", """
                    Feature: F
                      Scenario: Undefined
                        Given nobody knows
                      Scenario: Pending
                        Given it is pending
                      Scenario: Broken
                        Given it fails
                        And nobody knows
                    """),
            ],
            Steps = Steps,
            Settings = $$"""{ "runtime": { "missingOrPendingStepsOutcome": "{{setting}}" } }""",
        };
        var run = await lab.RunAsync();
        run.Outcomes.Should().Equal("Broken: failed", $"Pending: {outcome}", $"Undefined: {outcome}");
    }

    [Fact]
    public async Task ARunWithAnUnfinishedScenarioIsNoSuccess()
    {
        var run = await Lab.RunStepsAsync("Given nobody knows", "");
        run.Of("testRunFinished").Single().GetProperty("success").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task TheStackTraceLeadsToTheStepInTheFeatureFile()
    {
        var run = await Lab.RunStepsAsync(
            "Given it passes\nGiven it fails\nGiven it passes",
            Steps);
        run.Test.Error.StackTrace.Should().Contain("features/lab.feature:line 4");
        run.Test.Error.StackTrace.Should().Contain("at Steps.Fail()");
        var told = run.Of("testStepFinished").ElementAt(1).GetProperty("testStepResult").GetProperty("exception");
        told.GetProperty("stackTrace").GetString().Should().EndWith("Given it fails in features/lab.feature:line 4");
        run.Statuses.Should().Equal("PASSED", "FAILED", "SKIPPED");
    }

    [Fact]
    public async Task TheStackTraceOfARowLeadsToTheStepToo()
    {
        var run = await Lab.RunAsync(
            "Feature: F\n  Background:\n    Given it passes\n  Scenario Outline: S\n    Given it <does>\n    Examples:\n      | does |\n      | fails |\n",
            Steps);
        run.Test.Error.StackTrace.Should().Contain("features/lab.feature:line 5");
        run.Test.Error.StackTrace.Should().NotContain("features/lab.feature:line 3");
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
        run.Log.Should().Equal("before Given");
    }
}
