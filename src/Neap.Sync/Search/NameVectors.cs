using Neap.Core;

namespace Neap.Sync;

/// <summary>Compares the names of files with a question: a name is made of pieces of words, which only a vector shows.</summary>
/// <remarks>Only where a vector costs nothing; an embedding server would be asked for hundreds of names a question.</remarks>
internal sealed class NameVectors(ITextEmbedder embedder)
{
    /// <summary>The cosine of each ranked file's name and the question, where it is above 0.</summary>
    public async Task<IReadOnlyDictionary<RepoPath, double>> NearAsync(
        Ranking ranking, ReadOnlyMemory<float> question, CancellationToken cancellation)
    {
        var near = new Dictionary<RepoPath, double>();
        if (question.IsEmpty || !embedder.CountsWords)
        {
            return near;
        }

        RepoPath[] paths = [.. ranking.Lexical.Concat(ranking.Semantic).Select(hit => hit.Entry.Path).Distinct()];
        var vectors = new float[paths.Length * embedder.Dimensions];
        await embedder.EmbedAsync([.. paths.Select(NameOf)], vectors, cancellation);
        for (var i = 0; i < paths.Length; i++)
        {
            var name = vectors.AsMemory(i * embedder.Dimensions, embedder.Dimensions);
            near.Add(paths[i], Math.Max(0, Cosine(name.Span, question.Span)));
        }

        return near;
    }

    private static ReadOnlyMemory<byte> NameOf(RepoPath path)
    {
        var name = path.FileName;
        var end = name.LastIndexOf((byte)'.');
        return (end > 0 ? name[..end] : name).ToArray();
    }

    private static double Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
