using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>Scenarios that do not run, and say why.</summary>
public sealed class SkipFacts
{
    private const string Steps = """
        [Given("a")] public void A() => Log.Add("a");
        [Given("it is skipped")] public void Skip() => runtime.TestIgnore("no server");
        [Given("it is undecided")] public void Undecided() => runtime.TestInconclusive("no idea");
        [BeforeScenario("needs")] public void Need() => runtime.TestIgnore("not here");
        [AfterScenario] public void After(ScenarioContext c) => Log.Add("after " + c.ScenarioExecutionStatus);
        private readonly IUnitTestRuntimeProvider runtime;
        public Steps(IUnitTestRuntimeProvider runtime) => this.runtime = runtime;
        """;

    [Fact]
    public async Task AStepMaySkipItsScenarioWithAReason()
    {
        var run = await Lab.RunStepsAsync("Given it is skipped\nGiven a", Steps);
        Assert.Equal("skipped", run.Test.Outcome);
        Assert.Equal("no server", run.Test.Reason);
        Assert.Equal(["after Skipped"], run.Log);
        Assert.True(run.Of("testRunFinished").Single().GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task AHookMaySkipItsScenarioWithAReason()
    {
        var run = await Lab.RunAsync("Feature: F\n  @needs\n  Scenario: S\n    Given a\n", Steps);
        Assert.Equal("not here", run.Test.Reason);
        Assert.Equal(["after Skipped"], run.Log);
        Assert.Equal(["SKIPPED", "SKIPPED", "PASSED"], run.Statuses);
    }

    [Fact]
    public async Task InconclusiveIsAFailure()
    {
        var run = await Lab.RunStepsAsync("Given it is undecided", Steps);
        Assert.Equal("failed", run.Test.Outcome);
        Assert.Contains("no idea", run.Test.Error.Message);
    }

    [Theory]
    [InlineData("@ignore\nFeature: F\n  Scenario: S\n    Given a\n")]
    [InlineData("Feature: F\n  @Ignore\n  Scenario: S\n    Given a\n")]
    [InlineData("Feature: F\n  @ignore\n  Rule: R\n    Scenario: S\n      Given a\n")]
    [InlineData("Feature: F\n  @ignore\n  Scenario: S\n    Given <x>\n    Examples:\n      | x |\n      | a |\n")]
    public async Task AnIgnoredScenarioIsReportedAsSkippedAndRunsNoHooks(string feature)
    {
        var run = await Lab.RunAsync(feature, Steps);
        Assert.Equal("Ignored", run.Test.Reason);
        Assert.Empty(run.Log);
        Assert.Single(run.Of("testCaseStarted"));
    }

    [Fact]
    public async Task IgnoredRowsOfAnOutlineDoNotVanish()
    {
        var run = await Lab.RunAsync(
            """
            Feature: F
              Scenario: S
                Given <x>
                Examples:
                  | x |
                  | a |
                @ignore
                Examples:
                  | x |
                  | b |
            """,
            Steps);
        Assert.Equal(["passed", "skipped"], run.Tests.Select(test => test.Outcome).Order());
        Assert.Equal(2, run.Of("testCaseStarted").Count());
    }
}
