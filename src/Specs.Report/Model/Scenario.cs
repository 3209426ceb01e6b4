namespace Specs.Report.Model;

/// <summary>A scenario or outline as it is written.</summary>
public sealed record Scenario
{
    /// <summary>The stable name of its place in a page.</summary>
    public required string Anchor { get; init; }

    /// <summary>The line of its keyword, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The keyword in the feature's language.</summary>
    public required string Keyword { get; init; }

    /// <summary>The title; an outline's keeps its <c>&lt;placeholders&gt;</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The text below the title; Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>Its own tags, with the at sign.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Its own steps; an outline's keep their placeholders. Background steps are not among them.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>An outline's blocks of rows; empty for a plain scenario.</summary>
    public required IReadOnlyList<ExampleBlock> Blocks { get; init; }

    /// <summary>What is executed: one for a plain scenario, one a row for an outline.</summary>
    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>True where rows fill the placeholders.</summary>
    public bool IsOutline => Blocks.Count > 0;
}

/// <summary>One Examples block of an outline.</summary>
/// <param name="Line">The line of its keyword, counted from 1.</param>
/// <param name="Keyword">The keyword in the feature's language.</param>
/// <param name="Name">The reason its rows have in common; may be empty.</param>
/// <param name="Description">The text below it; Markdown.</param>
/// <param name="Tags">Its own tags, with the at sign.</param>
/// <param name="Header">The column names.</param>
/// <param name="Rows">The examples; their <see cref="Example.Cells"/> are the rows.</param>
public sealed record ExampleBlock(
    int Line,
    string Keyword,
    string Name,
    string Description,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Header,
    IReadOnlyList<Example> Rows);

/// <summary>A step as it is written.</summary>
/// <param name="Line">Its line, counted from 1.</param>
/// <param name="Keyword">The keyword in the feature's language, without the blank behind it.</param>
/// <param name="Text">What it says.</param>
/// <param name="DocString">The text block below it; null where there is none.</param>
/// <param name="Table">The rows of the table below it, the header first; null where there is none.</param>
public sealed record Step(
    int Line, string Keyword, string Text, DocString? DocString, IReadOnlyList<IReadOnlyList<string>>? Table)
{
    /// <summary>What the step is for; And, But and * take after the step before.</summary>
    public StepKind Kind { get; init; }
}

/// <summary>What a step is for.</summary>
public enum StepKind
{
    /// <summary>Given: the world before.</summary>
    Context,

    /// <summary>When: the event.</summary>
    Action,

    /// <summary>Then: what is true now.</summary>
    Outcome,
}

/// <summary>A text block below a step.</summary>
/// <param name="Content">The text.</param>
/// <param name="MediaType">The kind that is written behind its opening quotes; empty where there is none.</param>
public sealed record DocString(string Content, string MediaType);
