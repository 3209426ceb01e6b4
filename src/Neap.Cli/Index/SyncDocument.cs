using System.Text.Json.Serialization;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>A run's report as JSON.</summary>
internal sealed record SyncDocument
{
    public required string? RunId { get; init; }

    public required string Status { get; init; }

    public required string Collection { get; init; }

    public required string Repository { get; init; }

    public required string Ref { get; init; }

    public required string? Branch { get; init; }

    public required string? FromCommit { get; init; }

    public required string? ToCommit { get; init; }

    public required string? Tree { get; init; }

    public required string Compared { get; init; }

    public required FileCounts Files { get; init; }

    public required IReadOnlyDictionary<string, long> SkippedByReason { get; init; }

    public required long TextsEmbedded { get; init; }

    public required long ContentsRead { get; init; }

    public required long BytesRead { get; init; }

    public required double DurationMs { get; init; }

    public required double FilesPerSecond { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LinesDocument? Lines { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? InStep { get; init; }

    public required IReadOnlyList<FailureDocument> Failures { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ChangeDocument>? Changes { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public static SyncDocument Of(SyncReport report, bool withChanges) => new()
    {
        RunId = report.RunId,
        Status = Snake(report.Status),
        Collection = report.Slot.Collection,
        Repository = report.Slot.Repository,
        Ref = report.Slot.Ref,
        Branch = report.Branch,
        FromCommit = ReportText.Id(report.FromCommit?.Value),
        ToCommit = ReportText.Id(report.ToCommit?.Value),
        Tree = ReportText.Id(report.Tree?.Value),
        Compared = Names.Of(report.Compared).Replace('-', ' '),
        Files = FileCounts.Of(report),
        SkippedByReason = ReportText.SkippedByReason(report),
        TextsEmbedded = report.TextsEmbedded,
        ContentsRead = report.ContentsRead,
        BytesRead = report.BytesRead,
        DurationMs = Math.Round(report.Duration.TotalMilliseconds, 3),
        FilesPerSecond = Math.Round(ReportText.FilesPerSecond(report), 1),
        Failures = report.Changes.Where(change => change.Kind == ChangeKind.Failed)
            .Select(change => FailureDocument.Of(change, report.Attempts.GetValueOrDefault(change.Path, 1))).ToArray(),
        Changes = withChanges ? report.Changes.Select(change => ChangeDocument.Of(change, report.Tiers)).ToArray() : null,
        Notes = report.Notes,
    };

    private static string Snake(SyncStatus status) => Names.Of(status).Replace('-', '_');
}

/// <summary>Several runs, where several collections or repositories were asked for.</summary>
internal sealed record SyncDocuments(IReadOnlyList<SyncDocument> Runs)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FailedRepositoryDocument>? FailedRepositories { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UnfinishedRepositoryDocument>? UnfinishedRepositories { get; init; }
}

internal sealed record FailedRepositoryDocument(string Repository, string Path, ProblemDetail Error);

/// <summary>A repository that a stop kept from being finished; its status is <c>interrupted</c> or <c>not_started</c>.</summary>
internal sealed record UnfinishedRepositoryDocument(string Repository, string Path, string Status);

internal sealed record FileCounts(
    long Total, long Added, long Updated, long Moved, long Removed, long Refreshed, long Skipped, long Failed,
    long Processed, long AlreadyDone)
{
    public static FileCounts Of(SyncReport report) => new(
        report.Changes.Count,
        report.Count(ChangeKind.Added),
        report.Count(ChangeKind.Updated),
        report.Count(ChangeKind.Moved),
        report.Count(ChangeKind.Removed),
        report.Count(ChangeKind.Refreshed),
        report.Count(ChangeKind.Skipped),
        report.Count(ChangeKind.Failed),
        report.FilesProcessed,
        report.FilesAlreadyDone);
}

internal sealed record FailureDocument(RepoPath? Path, string Category, string Message, int Attempts)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Line { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SourceLine { get; init; }

    public static FailureDocument Of(FileChange change, int attempts) =>
        new(change.Path, change.Reason!, change.Failure!, attempts);
}

internal sealed record ChangeDocument(string Change, RepoPath Path, bool Embedded, string Tier, int Chunks)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RepoPath? OldPath { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    public static ChangeDocument Of(FileChange change, TierLimits tiers) => new(
        Names.Of(change.Kind), change.Path, change.Embedded, ReportText.TierOf(change.SizeBytes, tiers), change.Chunks)
    {
        OldPath = change.OldPath,
        Reason = change.Reason,
    };
}
