using System.Text;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Fuses two rankings by their scores, each as a share of what its best files have on average.</summary>
/// <remarks>
/// Where few words decide, the ranking by words falls steeply behind its first answers and speaks for itself; where many
/// chunks hold the same words its scores are level and the vectors decide. Places alone would lose both. A share of the
/// best one would make all others level as soon as one file quotes the question.
/// Bruch, Gai and Ingber, ACM TOIS 2023: a convex combination of scores that were brought to one scale.
/// </remarks>
internal static class RankFusion
{
    /// <summary>How much words weigh against vectors, 0 to 1; decision 31 has the figures.</summary>
    private const double WordShare = 0.75;

    /// <summary>How many files say what a good score is.</summary>
    private const int FilesOfLevel = 10;

    /// <summary>How much a name that resembles the question adds, for each unit of cosine.</summary>
    private const double NameShare = 0.4;

    /// <summary>How much of its best neighbour's score a file gets; decision 29 has the figures.</summary>
    private const double NeighbourShare = 0.2;

    /// <summary>Fuses the rankings.</summary>
    /// <param name="ranking">By words and by vector.</param>
    /// <param name="depth">How many entries each of the two holds at most.</param>
    /// <param name="terms">The question's words.</param>
    /// <param name="names">How near a file's name comes to the question, 0 to 1; none where names have no vectors.</param>
    public static IEnumerable<SearchHit> Fuse(
        Ranking ranking, int depth, QuestionTerms terms, IReadOnlyDictionary<RepoPath, double> names)
    {
        var files = new Dictionary<(Slot, RepoPath), FusedFile>();
        for (var i = 0; i < ranking.Lexical.Count; i++)
        {
            var part = PartOf(files, ranking.Lexical[i].Entry);
            (part.LexicalRank, part.Words) = (i + 1, Math.Max(0, ranking.Lexical[i].Score));
        }

        for (var i = 0; i < ranking.Semantic.Count; i++)
        {
            var part = PartOf(files, ranking.Semantic[i].Entry);
            (part.SemanticRank, part.Meaning) = (i + 1, Math.Max(0, ranking.Semantic[i].Score));
        }

        Weigh(files.Values, ranking, depth);
        foreach (var ((_, path), file) in files)
        {
            file.Name = NameShare * names.GetValueOrDefault(path);
        }

        return files.GroupBy(file => (file.Key.Item1, Encoding.Latin1.GetString(file.Key.Item2.Folder)))
            .SelectMany(folder => OfFolder([.. folder.Select(file => file.Value)], terms));
    }

    /// <summary>
    /// Neighbours are about the same thing, so what answers together with one of them is trusted more than what answers
    /// alone. Kurland and Lee, SIGIR 2004: smoothing by the documents around.
    /// </summary>
    private static IEnumerable<SearchHit> OfFolder(FusedFile[] files, QuestionTerms terms)
    {
        var best = files.MaxBy(file => file.Score)!;
        var second = files.Length > 1 ? files.Where(file => file != best).Max(file => file.Score) : 0;
        return files.SelectMany(file =>
            file.Hits(NeighbourShare * (file == best ? second : best.Score), terms.NamedBy(file.Path)));
    }

    /// <summary>Turns scores into shares; where there is one ranking only, it has everything.</summary>
    private static void Weigh(IReadOnlyCollection<FusedFile> files, Ranking ranking, int depth)
    {
        var both = ranking.Lexical.Count > 0 && ranking.Semantic.Count > 0;
        foreach (var file in files)
        {
            file.LeanWordsOnWhole(ranking.Lexical.Count < depth ? 0 : ranking.Lexical[^1].Score);
            if (both)
            {
                file.LeanMeaningOnWhole(ranking.Semantic[^1].Score); // vectors alone would only be blurred by it
            }
        }

        var words = (both ? WordShare : 1) / LevelOf(files.Select(file => file.Words));
        var meaning = (both ? 1 - WordShare : 1) / LevelOf(files.Select(file => file.Meaning));
        foreach (var file in files)
        {
            file.Scale(words, meaning);
        }
    }

    /// <summary>What the best files have on average; above 0.</summary>
    private static double LevelOf(IEnumerable<double> scores)
    {
        var best = scores.Where(score => score > 0).OrderDescending().Take(FilesOfLevel).ToArray();
        return best.Length > 0 ? best.Average() : 1;
    }

    private static FusedPart PartOf(Dictionary<(Slot, RepoPath), FusedFile> files, EntryRecord entry)
    {
        if (!files.TryGetValue((entry.Slot, entry.Path), out var file))
        {
            files.Add((entry.Slot, entry.Path), file = new FusedFile(entry.Path));
        }

        return file.Part(entry);
    }
}
