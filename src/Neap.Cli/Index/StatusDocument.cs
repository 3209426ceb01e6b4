using Neap.Core;

namespace Neap.Cli;

/// <summary>What the index holds, as JSON.</summary>
internal sealed record StatusDocument(
    string Store, IReadOnlyList<RevisionDocument> Revisions, IReadOnlyList<RunDocument> Runs);

internal sealed record RevisionDocument
{
    public required string Collection { get; init; }

    public required string Repository { get; init; }

    public required string Ref { get; init; }

    public required string? Branch { get; init; }

    public required string? Commit { get; init; }

    public required string? Tree { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required bool WorkingTree { get; init; }

    public required string? Since { get; init; }

    public required bool? InStep { get; init; }

    public required StandingCounts Files { get; init; }

    public required IReadOnlyDictionary<string, long> SkippedByReason { get; init; }

    public required IReadOnlyList<FailedFileDocument> Failed { get; init; }

    public required long Chunks { get; init; }

    public required string Embedder { get; init; }

    public required int Dimensions { get; init; }

    public required bool Lexical { get; init; }
}

internal sealed record StandingCounts(long Indexed, long Skipped, long Failed);

internal sealed record FailedFileDocument(RepoPath Path, string Category);

internal sealed record RunDocument(
    string RunId,
    string Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt,
    string Collection,
    string Repository,
    string Ref,
    string? FromCommit,
    string? ToCommit,
    long Total,
    long Succeeded,
    long Failed,
    long Skipped,
    long Processed,
    long Errors,
    string Source,
    bool Abandoned)
{
    public static RunDocument Of(RunRecord run) => new(
        run.RunId,
        Names.Of(run.Status),
        run.StartedAt,
        run.CompletedAt,
        run.Slot.Collection,
        run.Slot.Repository,
        run.Slot.Ref,
        ReportText.Id(run.FromCommit?.Value),
        ReportText.Id(run.ToCommit.Value),
        run.Counts.Total,
        run.Counts.Succeeded,
        run.Counts.Failed,
        run.Counts.Skipped,
        run.Counts.Processed,
        run.Counts.Errors,
        Names.Of(run.Source),
        run.IsAbandoned);
}
