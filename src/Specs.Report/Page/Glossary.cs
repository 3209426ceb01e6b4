using System.Text.RegularExpressions;

namespace Specs.Report.Page;

/// <summary>The domain words, and which of them a page has already explained.</summary>
internal sealed partial class Glossary
{
    private readonly Dictionary<string, string> _waiting;

    private Glossary(IReadOnlyList<Word> words)
    {
        Words = words;
        _waiting = words.SelectMany(word => word.Names.Select(name => (name, word.Anchor)))
            .DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => pair.Anchor);
    }

    public static Glossary None { get; } = new([]);

    public IReadOnlyList<Word> Words { get; }

    /// <summary>Reads a Markdown file whose tables have a bold word, or several, and its meaning.</summary>
    public static Glossary Read(string markdown) => new([.. MarkdownText.Rows(markdown)
        .Where(cells => cells.Count >= 2)
        .Select(cells => new Word(Plain(cells[0]), cells[0], cells[1]))
        .Where(word => word.Name.Length > 0)]);

    /// <summary>A text in which every word that the page shows for the first time leads to its meaning.</summary>
    public Markup Explain(string text)
    {
        foreach (var (name, anchor) in _waiting)
        {
            var at = text.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0 && IsWord(text, at, name.Length))
            {
                _waiting.Remove(name);
                var (before, after) = (SafeText.Of(text[..at]).Text, SafeText.Of(text[(at + name.Length)..]).Text);
                return new($"{before}<a class=\"t\" href=\"#{anchor}\">{SafeText.Of(name).Text}</a>{after}");
            }
        }

        return SafeText.Of(text);
    }

    private static string Plain(Markup cell) => System.Net.WebUtility.HtmlDecode(Element().Replace(cell.Text, "")).Trim();

    private static bool IsWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Element();

    /// <summary>One row of the glossary.</summary>
    /// <param name="Name">The word, or several with commas.</param>
    /// <param name="Shown">The same as it is written.</param>
    /// <param name="Meaning">What it means.</param>
    internal sealed record Word(string Name, Markup Shown, Markup Meaning)
    {
        public string Anchor { get; } = "word-" + string.Concat(Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

        public IEnumerable<string> Names => Name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
