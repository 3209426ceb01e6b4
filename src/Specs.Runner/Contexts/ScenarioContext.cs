using Reqnroll.BoDi;

namespace Reqnroll;

/// <summary>What is shared by the steps and hooks of one scenario.</summary>
public sealed class ScenarioContext : ReqnrollContext
{
    internal ScenarioContext(IObjectContainer container, ScenarioInfo info)
    {
        ScenarioContainer = container;
        ScenarioInfo = info;
    }

    /// <summary>What the feature file says of the scenario.</summary>
    public ScenarioInfo ScenarioInfo { get; }

    /// <summary>What the feature file says of the rule around the scenario, if there is one.</summary>
    public RuleInfo? RuleInfo => ScenarioInfo.Rule;

    /// <summary>The container of the scenario.</summary>
    public IObjectContainer ScenarioContainer { get; }

    /// <summary>The block of the step that runs.</summary>
    public ScenarioBlock CurrentScenarioBlock { get; internal set; }

    /// <summary>How far the scenario came.</summary>
    public ScenarioExecutionStatus ScenarioExecutionStatus { get; private set; }

    /// <summary>The step that runs, or the last one that did.</summary>
    public ScenarioStepContext StepContext { get; internal set; } = null!;

    /// <summary>Says from a step that it is not finished yet.</summary>
    public static void StepIsPending() => throw new PendingStepException();

    /// <summary>An object of the scenario's container.</summary>
    public object GetBindingInstance(Type bindingType) => ScenarioContainer.Resolve(bindingType);

    /// <summary>The first error explains the scenario; a later one of the same weight does not replace it.</summary>
    internal void Record(ScenarioExecutionStatus status, Exception? error)
    {
        if (status > ScenarioExecutionStatus)
        {
            ScenarioExecutionStatus = status;
            TestError = error ?? TestError;
        }
    }
}
