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
        run.Test.Outcome.Should().Be("skipped");
        run.Test.Reason.Should().Be("no server");
        run.Log.Should().Equal("after Skipped");
        run.Of("testRunFinished").Single().GetProperty("success").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task AHookMaySkipItsScenarioWithAReason()
    {
        var run = await Lab.RunAsync("Feature: F\n  @needs\n  Scenario: S\n    Given a\n", Steps);
        run.Test.Reason.Should().Be("not here");
        run.Log.Should().Equal("after Skipped");
        run.Statuses.Should().Equal("SKIPPED", "SKIPPED", "PASSED");
    }

    [Fact]
    public async Task InconclusiveIsAFailure()
    {
        var run = await Lab.RunStepsAsync("Given it is undecided", Steps);
        run.Test.Outcome.Should().Be("failed");
        run.Test.Error.Message.Should().Contain("no idea");
    }

    [Theory]
    [InlineData("@ignore\nFeature: F\n  Scenario: S\n    Given a\n")]
    [InlineData("Feature: F\n  @Ignore\n  Scenario: S\n    Given a\n")]
    [InlineData("Feature: F\n  @ignore\n  Rule: R\n    Scenario: S\n      Given a\n")]
    [InlineData("Feature: F\n  @ignore\n  Scenario: S\n    Given <x>\n    Examples:\n      | x |\n      | a |\n")]
    public async Task AnIgnoredScenarioIsReportedAsSkippedAndRunsNoHooks(string feature)
    {
        var run = await Lab.RunAsync(feature, Steps);
        run.Test.Reason.Should().Be("Ignored");
        run.Log.Should().BeEmpty();
        run.Of("testCaseStarted").Should().ContainSingle();
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
        run.Tests.Select(test => test.Outcome).Order().Should().Equal("passed", "skipped");
        run.Of("testCaseStarted").Should().HaveCount(2);
    }
}
