using System.Collections.Frozen;

namespace Neap.Content;

/// <summary>The words of a question that say what is looked for.</summary>
public static class QuestionWords
{
    private static readonly FrozenSet<string> Small = (
        "a an and any are as at be been being both but by can could did do does doing done each else every few for from get "
        + "gets got had has have having he her here hers him his how i if in into is it its itself just like made make "
        + "makes making many may me might more most much must my no nor not of off on one only or other our out over own "
        + "put same set she should so some such than that the their theirs them then there these they this those through "
        + "to too under until up upon us use used uses using very was we were what when where which while who whom whose "
        + "why will with within without would you your").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word only holds a sentence together.</summary>
    public static bool IsSmall(string word) => Small.Contains(word);

    /// <summary>The terms of a question with all their forms, without small words where others are left.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> TermsOf(string question)
    {
        var words = new WordCollector().Collect(question);
        var telling = words.Where(word => !IsSmall(word)).ToArray();
        var forms = (telling.Length > 0 ? telling : words).Select(WordForms.Of);
        return [.. forms.DistinctBy(form => string.Join(' ', form.Order(StringComparer.Ordinal)))];
    }

    /// <summary>The question without small words, or as it is where it has no others.</summary>
    public static string TellingTextOf(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var telling = question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !IsSmall(word.Trim('?', '.', ',', '!')));
        var text = string.Join(' ', telling);
        return text.Length > 0 ? text : question;
    }
}
