namespace Reqnroll;

/// <summary>The moments a hook can ask for.</summary>
internal enum HookType
{
    BeforeTestRun,
    AfterTestRun,
    BeforeTestThread,
    AfterTestThread,
    BeforeFeature,
    AfterFeature,
    BeforeScenario,
    AfterScenario,
    BeforeScenarioBlock,
    AfterScenarioBlock,
    BeforeStep,
    AfterStep,
}
