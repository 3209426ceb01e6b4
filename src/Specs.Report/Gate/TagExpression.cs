using System.Text.RegularExpressions;

namespace Specs.Report.Gate;

/// <summary>A choice of examples by their tags: <c>@release and not (@slow or @benchmark)</c>.</summary>
internal sealed partial class TagExpression
{
    private readonly Queue<string> _words;

    private TagExpression(string text) =>
        _words = new(Words().Matches(text).Select(word => word.Value));

    /// <summary>The choice as a test of a set of tags; an empty text chooses all.</summary>
    /// <exception cref="FormatException">The text is no expression.</exception>
    public static Func<IReadOnlyList<string>, bool> Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return _ => true;
        }

        var reading = new TagExpression(text);
        var test = reading.Or();
        return reading._words.Count == 0
            ? test
            : throw new FormatException($"it does not expect \"{reading._words.Peek()}\" there");
    }

    private Func<IReadOnlyList<string>, bool> Or()
    {
        var left = And();
        while (Take("or"))
        {
            var (first, second) = (left, And());
            left = tags => first(tags) || second(tags);
        }

        return left;
    }

    private Func<IReadOnlyList<string>, bool> And()
    {
        var left = Not();
        while (Take("and"))
        {
            var (first, second) = (left, Not());
            left = tags => first(tags) && second(tags);
        }

        return left;
    }

    private Func<IReadOnlyList<string>, bool> Not()
    {
        if (Take("not"))
        {
            var inner = Not();
            return tags => !inner(tags);
        }

        if (!Take("("))
        {
            return Tag();
        }

        var whole = Or();
        return Take(")") ? whole : throw new FormatException("a bracket is not closed");
    }

    private Func<IReadOnlyList<string>, bool> Tag()
    {
        if (!_words.TryDequeue(out var word) || word[0] != '@' || word.Length == 1)
        {
            throw new FormatException(word is null ? "it ends too early" : $"it expects a tag, and not \"{word}\"");
        }

        return tags => tags.Contains(word, StringComparer.Ordinal);
    }

    private bool Take(string word)
    {
        var isNext = _words.TryPeek(out var next) && next == word;
        if (isNext)
        {
            _words.Dequeue();
        }

        return isNext;
    }

    [GeneratedRegex(@"[()]|[^\s()]+")]
    private static partial Regex Words();
}
