namespace Specs.Report.Model;

/// <summary>One feature file.</summary>
public sealed record Feature
{
    /// <summary>The path below the features folder, forward slashes: <c>cli/readme.feature</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The stable name of its place in a page.</summary>
    public required string Anchor { get; init; }

    /// <summary>The line of its keyword, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The keyword in the feature's language, such as <c>Feature</c>.</summary>
    public required string Keyword { get; init; }

    /// <summary>The language of the keywords, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The title.</summary>
    public required string Name { get; init; }

    /// <summary>The text below the title, without the common indent; Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>Its own tags, with the at sign.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>What every scenario begins with; null where there is none.</summary>
    public required Background? Background { get; init; }

    /// <summary>The scenarios that stand before the first rule.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>The rules, in the order of the file.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>The folder below the features folder, empty at the top: <c>git-workflows</c>.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    /// <summary>All scenarios in the order of the file, those of rules included.</summary>
    public IEnumerable<Scenario> AllScenarios => Scenarios.Concat(Rules.SelectMany(rule => rule.Scenarios));
}

/// <summary>A rule: a sentence that holds, and the scenarios that show it.</summary>
public sealed record Rule
{
    /// <summary>The line of its keyword, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The keyword in the feature's language.</summary>
    public required string Keyword { get; init; }

    /// <summary>The sentence.</summary>
    public required string Name { get; init; }

    /// <summary>The text below it; Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>Its own tags, with the at sign.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>
    /// What every scenario of the rule begins with, after the feature's background; null where there is none.
    /// </summary>
    public required Background? Background { get; init; }

    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }
}

/// <summary>Steps that every scenario of a feature or rule begins with.</summary>
/// <param name="Line">The line of its keyword, counted from 1.</param>
/// <param name="Keyword">The keyword in the feature's language.</param>
/// <param name="Name">Its title, mostly empty.</param>
/// <param name="Description">The text below it; Markdown.</param>
/// <param name="Steps">The steps.</param>
public sealed record Background(int Line, string Keyword, string Name, string Description, IReadOnlyList<Step> Steps);
