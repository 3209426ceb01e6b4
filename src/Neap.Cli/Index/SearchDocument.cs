using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>The answers to a question, as JSON.</summary>
internal sealed record SearchDocument(string Query, IReadOnlyList<HitDocument> Hits);

internal sealed record HitDocument
{
    public required int Rank { get; init; }

    public required string Collection { get; init; }

    public required string Repository { get; init; }

    public required string Ref { get; init; }

    public required string Commit { get; init; }

    public required RepoPath Path { get; init; }

    public required int FirstLine { get; init; }

    public required int LastLine { get; init; }

    public required double Score { get; init; }

    public required WhyDocument Why { get; init; }

    public required string? Snippet { get; init; }

    public static HitDocument Of(SearchHit hit, int rank, string? snippet) => new()
    {
        Rank = rank,
        Collection = hit.Entry.Slot.Collection,
        Repository = hit.Entry.Slot.Repository,
        Ref = hit.Entry.Slot.Ref,
        Commit = hit.Entry.Commit.ToString(),
        Path = hit.Entry.Path,
        FirstLine = hit.Entry.Range.FirstLine,
        LastLine = hit.Entry.Range.LastLine,
        Score = Math.Round(hit.Score, 6),
        Why = new WhyDocument(hit.LexicalRank, hit.SemanticRank, hit.PathTerms),
        Snippet = snippet,
    };
}

internal sealed record WhyDocument(int? LexicalRank, int? VectorRank, IReadOnlyList<string> PathTerms);
