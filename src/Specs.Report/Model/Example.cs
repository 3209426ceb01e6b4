namespace Specs.Report.Model;

/// <summary>What is executed once and counted once: a plain scenario, or a row of an outline.</summary>
public sealed record Example
{
    /// <summary>The stable name of its place in a page; a plain scenario's own.</summary>
    public required string Anchor { get; init; }

    /// <summary>The path of its feature below the features folder.</summary>
    public required string Path { get; init; }

    /// <summary>The line of the scenario, or of the row; counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The title with the row's values filled in.</summary>
    public required string Name { get; init; }

    /// <summary>The title as it is written, with placeholders.</summary>
    public required string ScenarioName { get; init; }

    /// <summary>The title of its feature.</summary>
    public required string FeatureName { get; init; }

    /// <summary>All tags that hold for it, with the at sign: the feature's, the rule's, its own, its block's.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The row's values in the order of the header; empty for a plain scenario.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>Everything that is executed: background steps first, values filled in.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>How many of <see cref="Steps"/> come from backgrounds.</summary>
    public required int BackgroundSteps { get; init; }
}
