namespace Neap.Core;

/// <summary>A question to the index.</summary>
public sealed record SearchRequest
{
    /// <summary>The slots to look in; at least one, all with the same content key.</summary>
    public required IReadOnlyList<Slot> Slots { get; init; }

    /// <summary>The question's vector, L2-normalised; empty to rank by words alone.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }

    /// <summary>The question's words; empty to rank by meaning alone.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];

    /// <summary>Which of the words stand in a path. Default: none in any.</summary>
    public PathReader Paths { get; init; } = static _ => default;

    /// <summary>How many entries each ranking holds at most.</summary>
    public required int Depth { get; init; }

    /// <summary>Which paths may be answered with.</summary>
    public Func<RepoPath, bool> Accepts { get; init; } = static _ => true;
}

/// <summary>Two rankings of one question, best first; an entry may stand in both.</summary>
/// <param name="Lexical">By words of content and path (<see cref="WordWeights"/>; higher is better).</param>
/// <param name="Semantic">By vector (cosine, -1 to 1).</param>
public sealed record Ranking(IReadOnlyList<Scored> Lexical, IReadOnlyList<Scored> Semantic);

/// <summary>An entry and its score in one ranking.</summary>
public sealed record Scored(EntryRecord Entry, double Score);
