namespace Neap.Content;

/// <summary>The forms in which an English word may stand in a text: plural, past, <c>-ing</c>.</summary>
/// <remarks>
/// A question is widened by them instead of the index being narrowed to stems: every store can look up words, the index
/// keeps them as they stand, and a form that no text has costs one look-up. Words that are no English, such as
/// <c>sha256</c>, have one form.
/// </remarks>
public static class WordForms
{
    private const int LeastLetters = 4;
    private const int LeastRoot = 3;

    /// <summary>The word, then its other forms, each once.</summary>
    /// <param name="word">In small letters.</param>
    public static IReadOnlyList<string> Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length < LeastLetters || !word.All(char.IsAsciiLetterLower))
        {
            return [word];
        }

        var forms = BasesOf(Singular(word)).SelectMany(FromBase)
            .Where(form => form.Length >= LeastLetters && !QuestionWords.IsSmall(form));
        return [.. forms.Prepend(word).Distinct(StringComparer.Ordinal)];
    }

    private static string Singular(string word) =>
        Without(word, "ies") is { } root ? root + "y"
        : EndsIn(word, "ss", "us", "is") ? word
        : EndsIn(word, "sses", "shes", "ches", "xes") ? word[..^2]
        : Without(word, "s") ?? word;

    /// <summary>What it may be a past or an <c>-ing</c> of: <c>indexed</c> of <c>index</c>, <c>decided</c> of <c>decide</c>.</summary>
    private static IEnumerable<string> BasesOf(string word)
    {
        var root = EndsIn(word, "eed") ? null : Without(word, "ed") ?? Without(word, "ing");
        return root is null ? [word]
            : root[^1] == 'i' ? [root[..^1] + "y"]
            : IsDoubled(root) ? [root[..^1]]
            : [root, root + "e"];
    }

    private static string[] FromBase(string word)
    {
        var stem = word[..^1];
        return word[^1] switch
        {
            'e' => [word, word + "s", word + "d", stem + "ing", stem + "ings"],
            'y' when !IsVowel(stem[^1]) => [word, stem + "ies", stem + "ied", word + "ing"],
            _ when EndsIn(word, "s", "x", "z", "ch", "sh") => [word, word + "es", word + "ed", word + "ing", word + "ings"],
            var last when Doubles(word) => [word, word + "s", word + last + "ed", word + last + "ing", word + "ed", word + "ing"],
            _ => [word, word + "s", word + "ed", word + "ing", word + "ings"],
        };
    }

    /// <summary>Whether the last letter may be written twice before an ending: one consonant after one vowel.</summary>
    private static bool Doubles(string word) =>
        !IsVowel(word[^1]) && word[^1] != 'w' && IsVowel(word[^2]) && !IsVowel(word[^3]);

    /// <summary>The word without an ending, where what is left can be a word: long enough, and with a vowel.</summary>
    private static string? Without(string word, string ending)
    {
        var root = word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : "";
        return root.Length >= LeastRoot && root.Any(IsVowel) ? root : null;
    }

    private static bool IsDoubled(string root) =>
        root.Length > LeastRoot && root[^1] == root[^2] && root[^1] is not ('l' or 's' or 'z');

    private static bool EndsIn(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
