namespace Reqnroll.Bindings;

/// <summary>The kind of a step; And, But and * take the kind of the step before.</summary>
public enum StepDefinitionType
{
    /// <summary>The world before.</summary>
    Given,

    /// <summary>The event.</summary>
    When,

    /// <summary>What is true now.</summary>
    Then,
}
