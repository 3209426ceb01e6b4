using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Fuses two rankings by their scores, each as a share of its best one, with a bonus for words that stand in the path.</summary>
/// <remarks>
/// Where few words decide, the ranking by words falls steeply behind its first answers and speaks for itself; where many
/// chunks hold the same words its scores are level and the vectors decide. Places alone would lose both.
/// Bruch, Gai and Ingber, ACM TOIS 2023: a convex combination of scores that were brought to one scale.
/// </remarks>
internal static class RankFusion
{
    /// <summary>How much words weigh against vectors, 0 to 1; decision 11 has the figures.</summary>
    private const double WordShare = 0.75;

    private const double PathBonus = 0.1;

    public static IEnumerable<SearchHit> Fuse(Ranking ranking, IReadOnlyList<string> terms)
    {
        var hits = new Dictionary<(Slot, RepoPath, int), SearchHit>();
        for (var i = 0; i < ranking.Lexical.Count; i++)
        {
            var hit = HitOf(hits, ranking.Lexical[i].Entry);
            hits[KeyOf(hit.Entry)] = hit with { LexicalRank = i + 1, Score = hit.Score + (WordShare * ShareOfBest(ranking.Lexical, i)) };
        }

        for (var i = 0; i < ranking.Semantic.Count; i++)
        {
            var hit = HitOf(hits, ranking.Semantic[i].Entry);
            hits[KeyOf(hit.Entry)] = hit with
            {
                SemanticRank = i + 1,
                Score = hit.Score + ((1 - WordShare) * ShareOfBest(ranking.Semantic, i)),
            };
        }

        var words = new WordCollector();
        return hits.Values.Select(hit => WithPath(hit, words, terms)).ToArray();
    }

    private static double ShareOfBest(IReadOnlyList<Scored> ranking, int place) =>
        ranking[0].Score > 0 ? Math.Max(0, ranking[place].Score / ranking[0].Score) : 0;

    private static SearchHit WithPath(SearchHit hit, WordCollector words, IReadOnlyList<string> terms)
    {
        var inPath = words.Collect(hit.Entry.Path.ToString()).Intersect(terms).ToArray();
        var share = terms.Count == 0 ? 0 : (double)inPath.Length / terms.Count;
        return hit with { PathTerms = inPath, Score = hit.Score + (share * PathBonus) };
    }

    private static SearchHit HitOf(Dictionary<(Slot, RepoPath, int), SearchHit> hits, EntryRecord entry) =>
        hits.TryGetValue(KeyOf(entry), out var hit) ? hit : new SearchHit(entry, 0, null, null, []);

    private static (Slot, RepoPath, int) KeyOf(EntryRecord entry) => (entry.Slot, entry.Path, entry.Chunk);
}
