namespace Reqnroll;

/// <summary>What the feature file says of a rule.</summary>
public sealed class RuleInfo(string title, string description, string[] tags)
{
    /// <summary>The tags of the rule, without the at sign.</summary>
    public string[] Tags { get; } = tags;

    /// <summary>The rule's title.</summary>
    public string Title { get; } = title;

    /// <summary>The text below the title.</summary>
    public string Description { get; } = description;
}
