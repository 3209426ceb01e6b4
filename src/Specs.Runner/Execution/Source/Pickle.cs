namespace Reqnroll.Execution;

/// <summary>An executable example: a scenario, or one row of an outline.</summary>
public sealed record Pickle
{
    /// <summary>The same from build to build.</summary>
    public required string Id { get; init; }

    /// <summary>The title with the row's values.</summary>
    public required string Name { get; init; }

    /// <summary>The title as written.</summary>
    public required string Title { get; init; }

    /// <summary>The text below the title.</summary>
    public required string Description { get; init; }

    /// <summary>The generated test method.</summary>
    public required string Method { get; init; }

    /// <summary>The line of the scenario or row, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column of the scenario or row, counted from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The syntax nodes this example was made from.</summary>
    public required string[] AstNodeIds { get; init; }

    /// <summary>The tags of the scenario and its Examples, without the at sign.</summary>
    public required string[] Tags { get; init; }

    /// <summary>The tags of the Examples the row stands in, without the at sign.</summary>
    public required string[] ExamplesTags { get; init; }

    /// <summary>All inherited and own tags, with the at sign and their syntax nodes.</summary>
    public required PickleTag[] PickleTags { get; init; }

    /// <summary>Whether a tag keeps it from running.</summary>
    public required bool IsIgnored { get; init; }

    /// <summary>The rule around the scenario, if there is one.</summary>
    public RuleInfo? Rule { get; init; }

    /// <summary>The row of an outline, cell by cell.</summary>
    public KeyValuePair<string, string>[] Arguments { get; init; } = [];

    /// <summary>The steps, those of backgrounds first.</summary>
    public required PickleStep[] Steps { get; init; }
}

/// <summary>A tag with the at sign, and the syntax node it came from.</summary>
public sealed record PickleTag(string Name, string AstNodeId);
