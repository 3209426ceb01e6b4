using Reqnroll;

namespace Bindings;

/// <summary>How a scenario ended, for hooks that run afterwards.</summary>
internal static class ScenarioOutcomes
{
    /// <summary>True after an error; a scenario that was left out carries one as well, which gives the reason.</summary>
    public static bool HasFailed(this ScenarioContext scenario) => scenario is
    {
        TestError: not null, ScenarioExecutionStatus: not ScenarioExecutionStatus.Skipped,
    };
}
