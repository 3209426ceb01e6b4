using Neap.Core;

namespace Neap.Sync;

/// <summary>One answer, and why it is one.</summary>
/// <param name="Entry">The chunk.</param>
/// <param name="Score">Fused score; only its order means something.</param>
/// <param name="LexicalRank">Place in the ranking by words, from 1; null where it is not in it.</param>
/// <param name="SemanticRank">Place in the ranking by vector, from 1; null where it is not in it.</param>
/// <param name="PathTerms">Words of the question that stand in the path.</param>
public sealed record SearchHit(
    EntryRecord Entry, double Score, int? LexicalRank, int? SemanticRank, IReadOnlyList<string> PathTerms);
