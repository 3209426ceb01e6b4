namespace Reqnroll;

/// <summary>What is known while a step runs.</summary>
public sealed class ScenarioStepContext : ReqnrollContext
{
    internal ScenarioStepContext(StepInfo stepInfo) => StepInfo = stepInfo;

    /// <summary>The step that runs.</summary>
    public StepInfo StepInfo { get; }

    /// <summary>How the step went; meaningful in AfterStep hooks.</summary>
    public ScenarioExecutionStatus Status { get; internal set; }
}
