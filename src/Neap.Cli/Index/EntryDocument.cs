using System.Text.Json.Serialization;
using Neap.Core;

namespace Neap.Cli;

/// <summary>One visible entry, as <c>neap index export</c> prints it.</summary>
internal sealed record EntryDocument
{
    public required Guid Id { get; init; }

    public required string Collection { get; init; }

    public required string Repository { get; init; }

    public required string Ref { get; init; }

    public required string? Commit { get; init; }

    public required RepoPath Path { get; init; }

    public required string Blob { get; init; }

    public required int Chunk { get; init; }

    public required long Offset { get; init; }

    public required int Length { get; init; }

    public required int FirstLine { get; init; }

    public required int LastLine { get; init; }

    public required string Sha256 { get; init; }

    public required string Encoding { get; init; }

    public required long Size { get; init; }

    public required string Tier { get; init; }

    public required string? Language { get; init; }

    public required string Embedder { get; init; }

    public required int Dimensions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float[]? Vector { get; init; }

    public static EntryDocument Of(EntryRecord entry, int dimensions, TierLimits tiers) => new()
    {
        Id = EntryId.Of(entry.Slot.Collection, entry.Slot.Repository, entry.Path, entry.Chunk),
        Collection = entry.Slot.Collection,
        Repository = entry.Slot.Repository,
        Ref = entry.Slot.Ref,
        Commit = ReportText.Id(entry.Commit.Value),
        Path = entry.Path,
        Blob = entry.Blob.ToString(),
        Chunk = entry.Chunk,
        Offset = entry.Range.OffsetBytes,
        Length = entry.Range.LengthBytes,
        FirstLine = entry.Range.FirstLine,
        LastLine = entry.Range.LastLine,
        Sha256 = Convert.ToHexStringLower(entry.TextSha256.Span),
        Encoding = Names.Of(entry.Encoding),
        Size = entry.SizeBytes,
        Tier = ReportText.TierOf(entry.SizeBytes, tiers),
        Language = Content.Language.Of(entry.Path),
        Embedder = entry.Embedder,
        Dimensions = dimensions,
        Vector = entry.Vector.Length == 0 ? null : entry.Vector.ToArray(),
    };
}
