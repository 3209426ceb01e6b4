namespace Neap.Core;

/// <summary>What a line asks for.</summary>
public enum LineOperation
{
    /// <summary>A new path.</summary>
    Add,

    /// <summary>Other content at a path.</summary>
    Modify,

    /// <summary>A path that went.</summary>
    Delete,

    /// <summary>A path that became another.</summary>
    Rename,
}

/// <summary>A line that is done (table <c>completed_lines</c>).</summary>
/// <param name="Number">Its number in the run, from 1. In a feed it is the line's place in the stream.</param>
/// <param name="Path">The file.</param>
/// <param name="Operation">What was asked.</param>
/// <param name="CompletedAt">When, UTC.</param>
/// <param name="Time">How long its content took to read and embed; 0 where nothing had to be read.</param>
public readonly record struct CompletedLine(
    long Number, RepoPath Path, LineOperation Operation, DateTimeOffset CompletedAt, TimeSpan Time);

/// <summary>A line that could not be indexed (table <c>failed_lines</c>).</summary>
public sealed record FailedLine
{
    /// <summary>Its number in the run, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The number that the producer of a feed gave the line; null where it gave none.</summary>
    public long? SourceLine { get; init; }

    /// <summary>The file; null where the line does not name one.</summary>
    public RepoPath? Path { get; init; }

    /// <summary>What was asked.</summary>
    public required LineOperation Operation { get; init; }

    /// <summary>Why it failed.</summary>
    public required FailureCategory Category { get; init; }

    /// <summary>In words; no secret and no content of the file.</summary>
    public required string Message { get; init; }

    /// <summary>The content it is about; null where that is not known.</summary>
    public BlobId? Blob { get; init; }

    /// <summary>The line as it came in; null where it came from git.</summary>
    public string? Payload { get; init; }

    /// <summary>
    /// When noting: attempts of this run, 0 where a failure is known and nothing was tried. When reading: attempts at
    /// this content over all runs.
    /// </summary>
    public int Attempts { get; init; } = 1;

    /// <summary>When it was tried last, UTC.</summary>
    public required DateTimeOffset LastAttempt { get; init; }

    /// <summary>How much it asks for attention.</summary>
    public Severity Severity => FailureClassifier.SeverityOf(Category, Attempts);

    /// <summary>True where trying again is no use any more: a person has to look at it.</summary>
    public bool IsDead => Attempts >= RetryPolicies.Of(Category).Attempts;
}

/// <summary>What became of some lines of a run, noted together.</summary>
public sealed record LineOutcomes
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Lines that are done.</summary>
    public IReadOnlyList<CompletedLine> Completed { get; init; } = [];

    /// <summary>Lines that failed.</summary>
    public IReadOnlyList<FailedLine> Failed { get; init; } = [];

    /// <summary>Number of lines that were left out on purpose.</summary>
    public long Skipped { get; init; }

    /// <summary>Number of lines that came to an end.</summary>
    public long Count => Completed.Count + Failed.Count + Skipped;

    /// <summary>Nothing came to an end.</summary>
    public static LineOutcomes None(string runId) => new() { RunId = runId };
}
