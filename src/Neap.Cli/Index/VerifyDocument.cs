using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>What <c>neap index verify</c> found, as JSON.</summary>
internal sealed record VerifyDocument(bool InStep, IReadOnlyList<VerifiedDocument> Revisions);

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
