using System.Globalization;
using RunnerFacts.Laboratory;
using Xunit.Abstractions;

namespace RunnerFacts.Figures;

/// <summary>What a scenario costs beyond a plain fact of xUnit, in processor time: others may be busy.</summary>
[Collection("alone")]
public sealed class OverheadFacts(ITestOutputHelper output)
{
    private const int Tests = 300;
    private const double MostMilliseconds = 1.0;

    [SkippableFact, Trait("Category", "benchmark")]
    public async Task AnEmptyScenarioCostsLessThanAMillisecondMoreThanAFact()
    {
        Skip.If(
            Environment.GetEnvironmentVariable("SPECS_BENCHMARK") is null,
            "Figures are left out by default; SPECS_BENCHMARK=1 measures them.");
        var least = double.MaxValue;
        for (var round = 0; round < 4; round++)
        {
            // The first round pays for compiling runner and xUnit; the best of the others counts.
            var (scenario, fact) = (await ScenarioAsync(), await FactAsync());
            least = round == 0 ? least : Math.Min(least, scenario - fact);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"scenario {scenario:F3} ms, fact {fact:F3} ms, overhead {scenario - fact:F3} ms"));
        }

        least.Should().BeLessThanOrEqualTo(MostMilliseconds);
    }

    private static async Task<double> ScenarioAsync() => CostOf(await Lab.RunAsync(
        "Feature: Many\n" + Many(number => $"  Scenario: No {number}\n    Given a\n"),
        "[Given(\"a\")] public void A() { }"));

    private static async Task<double> FactAsync() => CostOf(await Lab.RunAsync(
        "Feature: None\n",
        "",
        $"public class Facts {{ {Many(number => $"[Fact] public void No{number}() {{ }}")} }}"));

    private static string Many(Func<int, string> one) => string.Concat(Enumerable.Range(0, Tests).Select(one));

    /// <summary>Milliseconds a test, from the first result to the last.</summary>
    private static double CostOf(LabRun run)
    {
        run.Tests.Select(test => test.Outcome).Should().Equal(Enumerable.Repeat("passed", Tests));
        return (run.Tests[^1].Used - run.Tests[0].Used).TotalMilliseconds / (Tests - 1);
    }
}

/// <summary>Figures are measured while nothing else runs.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
