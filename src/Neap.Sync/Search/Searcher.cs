using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Answers questions from the index: by words, by meaning, or by both fused.</summary>
public sealed class Searcher(IIndexSnapshot index, ITextEmbedder embedder)
{
    private const int DepthFactor = 10;

    /// <summary>
    /// What stands far behind by words may stand first by both: with 100 the right file is missing more often than weights
    /// can make good; decision 31 has the figures.
    /// </summary>
    private const int LeastDepth = 1_000;

    /// <summary>The best hits, best first.</summary>
    /// <exception cref="NeapException">No slot fits, or the collection was built by another embedder.</exception>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(SearchQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var revisions = (await index.RevisionsAsync(cancellation)).Where(question.Covers).ToArray();
        if (revisions.Length == 0)
        {
            throw SyncFailures.NothingToSearch(question.Limits);
        }

        foreach (var revision in revisions)
        {
            RefuseOtherEmbedder(revision, question); // before a server is asked for a vector that fits nothing
        }

        var terms = new QuestionTerms(question.Text);
        var vector = question.Ways == SearchWays.Lexical ? [] : await EmbedAsync(question.Text, cancellation);
        var hits = new List<SearchHit>();
        var names = new NameVectors(embedder);
        var depth = Math.Max(LeastDepth, question.Limit * DepthFactor);
        foreach (var group in revisions.GroupBy(revision => revision.Content))
        {
            var ranking = await index.SearchAsync(
                new SearchRequest
                {
                    Slots = group.Select(revision => revision.Slot).ToArray(),
                    Vector = vector,
                    Terms = question.Ways == SearchWays.Semantic ? [] : terms.Words,
                    Paths = terms.In,
                    Depth = depth,
                    Accepts = question.Accepts,
                },
                cancellation);
            var near = await names.NearAsync(ranking, vector, cancellation);
            hits.AddRange(RankFusion.Fuse(ranking, depth, terms, near));
        }

        // Neighbours by meaning are neighbours however far; by both, what no ranking gives anything is no answer.
        return hits.Where(hit => hit.Score > 0 || question.Ways != SearchWays.Hybrid)
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Entry.Path).ThenBy(hit => hit.Entry.Chunk)
            .DistinctBy(hit => (hit.Entry.Slot.Repository, hit.Entry.Path, hit.Entry.Blob, hit.Entry.Chunk))
            .Take(question.Limit)
            .ToArray();
    }

    private void RefuseOtherEmbedder(Revision revision, SearchQuestion question)
    {
        if (question.Ways != SearchWays.Lexical
            && (revision.Content.Embedder, revision.Content.Dimensions) != (embedder.Name, embedder.Dimensions))
        {
            throw SyncFailures.OtherEmbedder(revision.Slot, revision.Content, embedder);
        }
    }

    private async Task<float[]> EmbedAsync(string question, CancellationToken cancellation)
    {
        var text = embedder.CountsWords ? QuestionWords.TellingTextOf(question) : question;
        var vector = new float[embedder.Dimensions];
        await embedder.EmbedAsync([System.Text.Encoding.UTF8.GetBytes(text)], vector, cancellation);
        return vector;
    }
}
