using Drivers;
using Reqnroll;
using Reqnroll.UnitTestProvider;

namespace Bindings;

/// <summary>What holds around every scenario.</summary>
[Binding]
public sealed class Hooks(
    Workspace workspace, NeapCommand neap, RunLog log, RepoDriver repos, CrashDriver crash, IndexFileDriver file, IReqnrollOutputHelper output)
{
    [BeforeScenario("process")]
    public void UseProcess() => neap.AsProcess = true;

    [BeforeScenario("terminal")]
    public void UseTerminal() => neap.IsTerminal = true;

    [BeforeScenario("needs.mount")]
    public static void NeedMount(IUnitTestRuntimeProvider runtime)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        if (IndexFileDriver.WhyNotMount() is { } reason)
        {
            runtime.TestIgnore(reason);
        }
    }

    [BeforeScenario("slow", "benchmark")]
    public static void NeedTime(IUnitTestRuntimeProvider runtime, ScenarioContext scenario)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentNullException.ThrowIfNull(scenario);
        if (Lanes.WhyNot(scenario.ScenarioInfo.CombinedTags) is { } reason)
        {
            runtime.TestIgnore(reason);
        }
    }

    [BeforeScenarioBlock]
    public void Remember(ScenarioContext scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.CurrentScenarioBlock == ScenarioBlock.When)
        {
            repos.Remember();
        }
    }

    [AfterScenario(Order = 1)]
    public void EverythingThatFailedWasMeant()
    {
        log.ShouldBeDocumented();
        crash.ShouldHaveStruck();
    }

    [AfterScenario(Order = 3)]
    public void LetGo()
    {
        crash.Dispose();
        file.Dispose();
    }

    [AfterScenario(Order = 2)]
    public void KeepWhatFailed(ScenarioContext scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.HasFailed())
        {
            output.WriteLine($"Kept for a look: {workspace.Keep()}");
        }
    }
}
