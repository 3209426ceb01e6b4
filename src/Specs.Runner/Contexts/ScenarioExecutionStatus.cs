namespace Reqnroll;

/// <summary>How far a scenario came; the status of a scenario only rises in this order.</summary>
public enum ScenarioExecutionStatus
{
    /// <summary>Nothing went wrong so far.</summary>
    OK,

    /// <summary>A step says that it is not finished.</summary>
    StepDefinitionPending,

    /// <summary>A step has no definition.</summary>
    UndefinedStep,

    /// <summary>A step cannot be bound: ambiguous, or its definition is invalid.</summary>
    BindingError,

    /// <summary>A step or hook failed.</summary>
    TestError,

    /// <summary>A step or hook decided to skip the scenario.</summary>
    Skipped,
}
