using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Kills at many moments.</summary>
[Binding]
public sealed class CrashSteps(CrashExploration exploration, IReqnrollOutputHelper output)
{
    [When(@"^the engine is killed at (\d+) moments of (a sync|the last step of a sync|the upgrade of an index)$")]
    public Task Kill(int count, string what) => exploration.ExploreAsync(count, what);

    [Then("^(each kill left the index whole|each next sync ended in step|nothing that was written was read again)$")]
    public void Left(string what) => exploration.ShouldHaveLeft(what);

    [AfterScenario]
    public void Tell(ScenarioContext scenario)
    {
        if (scenario is { ScenarioInfo.Title: { } title } && title.StartsWith("Killed ", StringComparison.Ordinal))
        {
            output.WriteLine(exploration.Summary);
        }
    }
}
