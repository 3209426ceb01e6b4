using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>What <c>neap index verify</c> found, as JSON.</summary>
/// <param name="InStep">True where every revision could be compared and none differs.</param>
/// <param name="Revisions">Those that were compared.</param>
/// <param name="FailedRevisions">Those that could not be.</param>
internal sealed record VerifyDocument(
    bool InStep, IReadOnlyList<VerifiedDocument> Revisions, IReadOnlyList<UnverifiedDocument> FailedRevisions);

/// <summary>A revision that could not be compared.</summary>
internal sealed record UnverifiedDocument(string Collection, string Repository, string Ref, ProblemDetail Error)
{
    public static UnverifiedDocument Of(Revision revision, NeapException failure) =>
        new(revision.Slot.Collection, revision.Slot.Repository, revision.Slot.Ref, ProblemDetail.Of(failure));
}

internal sealed record VerifiedDocument
{
    public required string Collection { get; init; }

    public required string Repository { get; init; }

    public required string Ref { get; init; }

    public required string? Commit { get; init; }

    public required bool InStep { get; init; }

    public required long Files { get; init; }

    public required long Entries { get; init; }

    public required IReadOnlyList<MismatchDocument> Differences { get; init; }

    public required int Repaired { get; init; }

    public static VerifiedDocument Of(VerifyReport report, int repaired) => new()
    {
        Collection = report.Revision.Slot.Collection,
        Repository = report.Revision.Slot.Repository,
        Ref = report.Revision.Slot.Ref,
        Commit = ReportText.Id(report.Revision.Commit.Value),
        InStep = report.InStep,
        Files = report.Files,
        Entries = report.Entries,
        Differences = report.Differences.Select(MismatchDocument.Of).ToArray(),
        Repaired = repaired,
    };
}

internal sealed record MismatchDocument(string Kind, RepoPath Path, int? Chunk, string Detail)
{
    public static MismatchDocument Of(Mismatch mismatch) =>
        new(Names.Of(mismatch.Kind), mismatch.Path, mismatch.Chunk, mismatch.Detail);
}
