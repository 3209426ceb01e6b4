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
}
