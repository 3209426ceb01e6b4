using Neap.Core;

namespace Neap.Sync;

/// <summary>Fuses two rankings by their scores, each as a share of its best one.</summary>
/// <remarks>
/// Where few words decide, the ranking by words falls steeply behind its first answers and speaks for itself; where many
/// chunks hold the same words its scores are level and the vectors decide. Places alone would lose both.
/// Bruch, Gai and Ingber, ACM TOIS 2023: a convex combination of scores that were brought to one scale.
/// </remarks>
internal static class RankFusion
{
    /// <summary>How much words weigh against vectors, 0 to 1; decision 26 has the figures.</summary>
    private const double WordShare = 0.7;

    /// <summary>How much a name that resembles the question adds, for each unit of cosine.</summary>
    private const double NameShare = 0.4;

    /// <summary>Fuses the rankings.</summary>
    /// <param name="ranking">By words and by vector.</param>
    /// <param name="terms">The question's words.</param>
    /// <param name="names">How near a file's name comes to the question, 0 to 1; none where names have no vectors.</param>
    public static IEnumerable<SearchHit> Fuse(
        Ranking ranking, QuestionTerms terms, IReadOnlyDictionary<RepoPath, double> names)
    {
        var hits = new Dictionary<(Slot, RepoPath, int), Fused>();
        for (var i = 0; i < ranking.Lexical.Count; i++)
        {
            var hit = HitOf(hits, ranking.Lexical[i].Entry);
            (hit.LexicalRank, hit.Words) = (i + 1, WordShare * ShareOfBest(ranking.Lexical, i));
        }

        for (var i = 0; i < ranking.Semantic.Count; i++)
        {
            var hit = HitOf(hits, ranking.Semantic[i].Entry);
            (hit.SemanticRank, hit.Meaning) = (i + 1, (1 - WordShare) * ShareOfBest(ranking.Semantic, i));
        }

        return hits.Values.GroupBy(hit => (hit.Entry.Slot, hit.Entry.Path)).SelectMany(file =>
            OfFile([.. file], NameShare * names.GetValueOrDefault(file.Key.Path), terms.NamedBy(file.Key.Path)));
    }

    /// <summary>
    /// What a file's name and two of its parts say counts together, but only once: for its best part, so that one file
    /// does not fill the answer.
    /// </summary>
    private static IEnumerable<SearchHit> OfFile(Fused[] parts, double name, IReadOnlyList<string> named)
    {
        var best = parts.OrderByDescending(part => part.Words + part.Meaning).ThenBy(part => part.Entry.Chunk).First();
        var together = parts.Max(part => part.Words) + parts.Max(part => part.Meaning) + name;
        return parts.Select(part => new SearchHit(
            part.Entry, part == best ? together : part.Words + part.Meaning, part.LexicalRank, part.SemanticRank, named));
    }

    private static double ShareOfBest(IReadOnlyList<Scored> ranking, int place) =>
        ranking[0].Score > 0 ? Math.Max(0, ranking[place].Score / ranking[0].Score) : 0;

    private static Fused HitOf(Dictionary<(Slot, RepoPath, int), Fused> hits, EntryRecord entry)
    {
        var key = (entry.Slot, entry.Path, entry.Chunk);
        if (!hits.TryGetValue(key, out var hit))
        {
            hits.Add(key, hit = new Fused(entry));
        }

        return hit;
    }

    private sealed class Fused(EntryRecord entry)
    {
        public EntryRecord Entry => entry;

        public int? LexicalRank { get; set; }

        public int? SemanticRank { get; set; }

        public double Words { get; set; }

        public double Meaning { get; set; }
    }
}
