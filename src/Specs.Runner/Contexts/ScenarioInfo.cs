using System.Collections.Specialized;

namespace Reqnroll;

/// <summary>What the feature file says of a scenario.</summary>
public sealed class ScenarioInfo
{
    internal ScenarioInfo()
    {
    }

    /// <summary>The title; that of an outline keeps its placeholders.</summary>
    public required string Title { get; init; }

    /// <summary>The text below the title.</summary>
    public required string Description { get; init; }

    /// <summary>The tags of the scenario, then those of its Examples, without the at sign.</summary>
    public required string[] Tags { get; init; }

    /// <summary>The scenario's tags, then those of its feature, then those of its rule.</summary>
    public required string[] CombinedTags { get; init; }

    /// <summary>The row of an outline, by column; empty otherwise.</summary>
    public required IOrderedDictionary Arguments { get; init; }

    /// <summary>The rule around the scenario, if there is one.</summary>
    public RuleInfo? Rule { get; init; }

    /// <summary>The tags of the scenario and of its feature.</summary>
    public string[] ScenarioAndFeatureTags => CombinedTags;
}
