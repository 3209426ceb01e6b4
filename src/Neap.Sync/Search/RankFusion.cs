using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Reciprocal rank fusion of two rankings, with a bonus for words that stand in the path.</summary>
/// <remarks>Cormack, Clarke and Büttcher, SIGIR 2009: the sum of 1 / (60 + rank) needs no scores that compare.</remarks>
internal static class RankFusion
{
    private const double Constant = 60;
    private const double PathBonus = 1 / (Constant * 16);

    public static IEnumerable<SearchHit> Fuse(Ranking ranking, IReadOnlyList<string> terms)
    {
        var hits = new Dictionary<(Slot, RepoPath, int), SearchHit>();
        for (var i = 0; i < ranking.Lexical.Count; i++)
        {
            var hit = HitOf(hits, ranking.Lexical[i].Entry);
            hits[KeyOf(hit.Entry)] = hit with { LexicalRank = i + 1, Score = hit.Score + Part(i) };
        }

        for (var i = 0; i < ranking.Semantic.Count; i++)
        {
            var hit = HitOf(hits, ranking.Semantic[i].Entry);
            hits[KeyOf(hit.Entry)] = hit with { SemanticRank = i + 1, Score = hit.Score + Part(i) };
        }

        var words = new WordCollector();
        return hits.Values.Select(hit => WithPath(hit, words, terms)).ToArray();
    }

    private static double Part(int rank) => 1 / (Constant + rank + 1);

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
