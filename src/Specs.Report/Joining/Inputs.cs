namespace Specs.Report.Joining;

/// <summary>Which files an output is made from; absolute paths.</summary>
internal sealed record Inputs
{
    /// <summary>The features folder.</summary>
    public required string Features { get; init; }

    /// <summary>The files of messages; reruns and further lanes later.</summary>
    public required IReadOnlyList<string> Messages { get; init; }

    /// <summary>The requirements file; null where there is none.</summary>
    public string? Requirements { get; init; }

    /// <summary>The quarantine file; null where there is none.</summary>
    public string? Quarantine { get; init; }

    /// <summary>The tested commit; null to take it from the messages.</summary>
    public string? Commit { get; init; }

    /// <summary>The history file, which need not exist yet; null to know of no run before.</summary>
    public string? History { get; init; }

    /// <summary>Files of figures.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>The last result of planting faults; null where there is none.</summary>
    public string? Caught { get; init; }

    /// <summary>The last result of changes made by rule; null where there is none.</summary>
    public string? Mutants { get; init; }

    /// <summary>Files that say which lines were passed through.</summary>
    public IReadOnlyList<string> Coverage { get; init; } = [];

    /// <summary>A linter's result; null where there is none.</summary>
    public string? Lint { get; init; }

    /// <summary>The commit that the features are compared with; null to compare with none.</summary>
    public string? Base { get; init; }
}
