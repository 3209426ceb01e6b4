using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>When hooks run, in what order, and what their errors do.</summary>
public sealed class HookFacts
{
    private const string Two =
        "Feature: F\n  @one\n  Scenario: A\n    Given a\n    When b\n  @two\n  Scenario: B\n    Given a\n";

    private const string Steps =
        "[Given(\"a\")] public void A() => Log.Add(\"a\"); [When(\"b\")] public void B() => Log.Add(\"b\");";

    [Fact]
    public async Task EveryMomentHasItsHook()
    {
        var moments = new[] { "TestRun", "TestThread", "Feature", "Scenario", "ScenarioBlock", "Step" };
        var hooks = moments.SelectMany(moment => new[] { $"Before{moment}", $"After{moment}" })
            .Select(name => $"[{name}] public static void {name}() => Log.Add(\"{name}\");");
        var run = await Lab.RunStepsAsync("Given a\nWhen b", Steps + string.Concat(hooks));
        run.ShouldHaveLogged(
            "BeforeTestRun", "BeforeTestThread", "BeforeFeature", "BeforeScenario",
            "BeforeScenarioBlock", "BeforeStep", "a", "AfterStep", "AfterScenarioBlock",
            "BeforeScenarioBlock", "BeforeStep", "b", "AfterStep", "AfterScenarioBlock",
            "AfterScenario", "AfterFeature", "AfterTestThread", "AfterTestRun");
    }

    [Fact]
    public async Task TheLowestOrderRunsFirstBeforeAndAfterAlike()
    {
        var run = await Lab.RunStepsAsync(
            "Given a",
            Steps + """
            [Before(Order = 20000)] public void B3() => Log.Add("b3");
            [BeforeScenario] public void B2() => Log.Add("b2");
            [BeforeScenario(Order = 1)] public void B1() => Log.Add("b1");
            [After(Order = 20000)] public void A3() => Log.Add("a3");
            [AfterScenario] public void A2() => Log.Add("a2");
            [AfterScenario(Order = 1)] public void A1() => Log.Add("a1");
            """);
        run.ShouldHaveLogged("b1", "b2", "b3", "a", "a1", "a2", "a3");
    }

    [Fact]
    public async Task TagsOfAHookAreAlternativesAndParametersAreInjected()
    {
        var run = await Lab.RunAsync(Two, Steps + """
            [BeforeScenario("one", "@three")] public void Hook(ScenarioContext scenario, FeatureContext feature) =>
                Log.Add(feature.FeatureInfo.Title + scenario.ScenarioInfo.Title);
            """);
        run.Log.Should().ContainSingle(line => line == "FA");
    }

    [Fact]
    public async Task AFailedHookStopsTheOthersOfItsMomentButAfterHooksRun()
    {
        var run = await Lab.RunStepsAsync(
            "Given a",
            Steps + """
            [BeforeScenario(Order = 1)] public void B1() => throw new InvalidOperationException("hook");
            [BeforeScenario(Order = 2)] public void B2() => Log.Add("b2");
            [AfterScenario(Order = 1)] public void A1() => Log.Add("a1");
            """);
        run.Test.Error.Message.Split(": ")[^1].Should().Be("hook");
        run.Log.Should().Equal("a1");
        run.Statuses.Should().Equal("FAILED", "SKIPPED", "SKIPPED", "PASSED");
    }

    [Fact]
    public async Task AStepErrorAndAHookErrorAreBothTold()
    {
        var run = await Lab.RunStepsAsync(
            "Given it fails",
            """
            [Given("it fails")] public void Fail() => throw new InvalidOperationException("step");
            [AfterScenario(Order = 1)] public void A1() => throw new InvalidOperationException("hook");
            [AfterScenario(Order = 2)] public void A2() => Log.Add("a2");
            """);
        run.Test.Errors[0].Type.Should().Be("System.AggregateException");
        run.Test.Errors[0].Message.Should().Contain("step");
        run.Test.Errors[0].Message.Should().Contain("hook");
        run.Log.Should().BeEmpty();
    }

    [Fact]
    public async Task AFailedFeatureHookFailsTheFirstScenarioAndKeepsTheOthersFromRunning()
    {
        var run = await Lab.RunAsync(
            Two, Steps + "[BeforeFeature] public static void F() => throw new InvalidOperationException(\"feature\");");
        run.Outcomes.Should().Equal("A: failed", "B: failed");
        var messages = run.Tests.Select(test => test.Errors[0].Message).ToArray();
        messages.Should().ContainSingle(message => message == "feature");
        messages.Should().ContainSingle(
            message => message == "Scenario skipped because of previous before feature hook error");
        run.Log.Should().BeEmpty();
    }

    [Theory]
    [InlineData("AfterFeature", "clean-up of the class")]
    [InlineData("AfterTestRun", "clean-up of the assembly")]
    [InlineData("AfterTestThread", "clean-up of the assembly")]
    public async Task AFailureAfterTheLastScenarioFailsTheRun(string hook, string where)
    {
        var run = await Lab.RunStepsAsync(
            "Given a", Steps + $"[{hook}] public static void Late() => throw new InvalidOperationException(\"late\");");
        run[where].Error.Message.Should().Be("late");
        run.Of("testRunFinished").Single().GetProperty("success").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task AFailureBeforeTheFirstScenarioFailsThemAll()
    {
        var run = await Lab.RunAsync(
            Two,
            Steps + "[BeforeTestRun] public static void Early() => throw new InvalidOperationException(\"early\");");
        run.Tests.Should().AllSatisfy(test => test.Errors[0].Message.Should().Contain("early"));
        run.Log.Should().BeEmpty();
        run.Of("testRunFinished").Single().GetProperty("success").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task StepHooksSeeHowTheStepWent()
    {
        var run = await Lab.RunStepsAsync(
            "Given it fails",
            """
            [Given("it fails")] public void Fail() => throw new InvalidOperationException("step");
            [AfterStep] public void After(ScenarioContext c) => Log.Add(
                $"{c.StepContext.StepInfo.Text} {c.StepContext.Status} "
                    + $"{c.StepContext.TestError!.Message} {c.TestError!.Message}");
            """);
        run.Log.Should().Equal("it fails TestError step step");
    }
}
