namespace Reqnroll;

/// <summary>The block of steps a scenario is in.</summary>
public enum ScenarioBlock
{
    /// <summary>Before the first step.</summary>
    None,

    /// <summary>Among the Given steps.</summary>
    Given,

    /// <summary>Among the When steps.</summary>
    When,

    /// <summary>Among the Then steps.</summary>
    Then,
}
