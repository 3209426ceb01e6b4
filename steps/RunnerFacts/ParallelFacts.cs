using Reqnroll.Execution;
using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>Scenarios of one feature side by side, where that is asked for and not forbidden.</summary>
[Collection("environment")]
public sealed class ParallelFacts
{
    /// <summary>Who is to meet waits for it, however busy the machine is; who is not to is given half a second to do so.</summary>
    private const string Steps = """
        static int now;
        static readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
        [Given("a")] public async Task A()
        {
            if (Interlocked.Increment(ref now) == 2) { met.SetResult(); }
            await Task.WhenAny(met.Task, Task.Delay(TimeSpan.FromSeconds(PATIENCE)));
            Log.Add(met.Task.IsCompleted ? 2 : 1);
            Interlocked.Decrement(ref now);
        }
        [BeforeFeature] public static void F() => Log.Add("feature");
        """;

    private const string TwoScenarios = "  Scenario: A\n    Given a\n  Scenario: B\n    Given a\n";

    private const string TwoExamples = "  Scenario Outline: <n>\n    Given a\n    Examples:\n    | n |\n    | A |\n    | B |\n";

    [Theory]
    [InlineData("scenarios", "", TwoScenarios, true)]
    [InlineData("scenarios", "", TwoExamples, true)]
    [InlineData("scenarios", "@xunit:collection(alone)\n", TwoScenarios, false)]
    [InlineData("scenarios", "@xunit:collection(alone)\n", TwoExamples, false)]
    [InlineData(null, "", TwoScenarios, false)]
    [InlineData(null, "", TwoExamples, false)]
    public async Task ScenariosMeetOnlyWhereTheyMay(string? asked, string tag, string scenarios, bool meet)
    {
        Environment.SetEnvironmentVariable("SPECS_PARALLEL", asked);
        var isMeeting = meet && Environment.ProcessorCount > 1;
        try
        {
            var run = await Lab.RunAsync(
                $"{tag}Feature: F\n{scenarios}",
                Steps.Replace("PATIENCE", isMeeting ? "60" : "0.5", StringComparison.Ordinal));
            run.Tests.Select(TitleAndOutcome).Order(StringComparer.Ordinal).Should().Equal("A: passed", "B: passed");
            run.Log.Contains("2").Should().Be(isMeeting);
            run.Log.Should().ContainSingle(line => line == "feature");
        }
        finally
        {
            Environment.SetEnvironmentVariable("SPECS_PARALLEL", null);
        }
    }

    /// <summary>An example is called by the first cell of its row.</summary>
    private static string TitleAndOutcome(LabTest test) =>
        $"{(test.Name.StartsWith('<') ? test.Name.Split('"')[1] : test.Name)}: {test.Outcome}";

    [Fact]
    public void OneSeedIsOneOrder()
    {
        var names = Enumerable.Range(0, 50).Select(number => $"{number}").ToArray();
        var order = RunOrder.Shuffle(names, name => name).ToArray();
        RunOrder.Shuffle(names.Reverse(), name => name).Should().Equal(order);
        order.Should().NotEqual(names);
        RunOrder.Announcement.Should().Contain($"SPECS_SEED={RunOrder.Seed}");
    }
}
