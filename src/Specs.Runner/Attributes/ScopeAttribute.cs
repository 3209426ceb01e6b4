namespace Reqnroll;

/// <summary>Where a binding applies: all given properties must hold; of several attributes one must.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ScopeAttribute : Attribute
{
    /// <summary>A tag of the scenario, its rule or its feature, with or without the at sign.</summary>
    public string? Tag { get; set; }

    /// <summary>The title of the feature, upper or lower case.</summary>
    public string? Feature { get; set; }

    /// <summary>The title of the scenario, upper or lower case.</summary>
    public string? Scenario { get; set; }
}
