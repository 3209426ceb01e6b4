using System.Numerics;
using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>The words of a question, and where they stand in paths.</summary>
internal sealed class QuestionTerms
{
    private readonly PathTerms _paths;

    public QuestionTerms(string question)
    {
        var terms = QuestionWords.TermsOf(question);
        _paths = new PathTerms(terms);
        Words = [.. terms.Select(forms => new SearchTerm(forms))];
    }

    public IReadOnlyList<SearchTerm> Words { get; }

    public PathWords In(ReadOnlySpan<byte> path)
    {
        var (folders, name) = _paths.In(path);
        return new PathWords(folders, name);
    }

    /// <summary>The words of the question that stand in a path, as the question spells them.</summary>
    public IReadOnlyList<string> NamedBy(RepoPath path)
    {
        var (folders, name) = _paths.In(path.Bytes);
        var named = new List<string>();
        for (var bits = folders | name; bits != 0; bits &= bits - 1)
        {
            named.Add(Words[BitOperations.TrailingZeroCount(bits)].Forms[0]);
        }

        return named;
    }
}
