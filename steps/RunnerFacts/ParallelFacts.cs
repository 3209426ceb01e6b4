using Reqnroll.Execution;
using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>Scenarios of one feature side by side, where that is asked for and not forbidden.</summary>
[Collection("environment")]
public sealed class ParallelFacts
{
    private const string Steps = """
        static int now;
        [Given("a")] public async Task A()
        {
            var most = Interlocked.Increment(ref now);
            for (var turn = 0; turn < 50 && most < 2; turn++)
            {
                await Task.Delay(10);
                most = Math.Max(most, Volatile.Read(ref now));
            }
            Log.Add(most);
            Interlocked.Decrement(ref now);
        }
        [BeforeFeature] public static void F() => Log.Add("feature");
        """;

    [Theory]
    [InlineData("scenarios", "", true)]
    [InlineData("scenarios", "@xunit:collection(alone)\n", false)]
    [InlineData(null, "", false)]
    public async Task ScenariosMeetOnlyWhereTheyMay(string? asked, string tag, bool meet)
    {
        Environment.SetEnvironmentVariable("SPECS_PARALLEL", asked);
        try
        {
            var run = await Lab.RunAsync(
                $"{tag}Feature: F\n  Scenario: A\n    Given a\n  Scenario: B\n    Given a\n", Steps);
            Assert.Equal(["A: passed", "B: passed"], run.Outcomes);
            Assert.Equal(meet && Environment.ProcessorCount > 1, run.Log.Contains("2"));
            Assert.Single(run.Log, "feature");
        }
        finally
        {
            Environment.SetEnvironmentVariable("SPECS_PARALLEL", null);
        }
    }

    [Fact]
    public void OneSeedIsOneOrder()
    {
        var names = Enumerable.Range(0, 50).Select(number => $"{number}").ToArray();
        var order = RunOrder.Shuffle(names, name => name).ToArray();
        Assert.Equal(order, RunOrder.Shuffle(names.Reverse(), name => name));
        Assert.NotEqual(names, order);
        Assert.Contains($"SPECS_SEED={RunOrder.Seed}", RunOrder.Announcement);
    }
}
