namespace Specs.Report.Caught;

/// <summary>A realistic mistake, as a change of one place in the source.</summary>
/// <param name="Id">Its name, in lower case with dashes.</param>
/// <param name="Breaks">The promise that it breaks, as a sentence.</param>
/// <param name="File">The source file, below the top of the repository.</param>
/// <param name="Find">The text that stands exactly once in the file.</param>
/// <param name="Replace">What stands there instead.</param>
/// <param name="Features">
/// The features that make the promise, below the features folder and without extension; the others are asked only where
/// none of these objects.
/// </param>
internal sealed record PlantedFault(
    string Id, string Breaks, string File, string Find, string Replace, IReadOnlyList<string> Features)
{
    /// <summary>Where the place begins, in characters; null where it is found by its text.</summary>
    public int? Start { get; init; }

    /// <summary>The file's text with the mistake in it; null where the place is not there, or not exactly once.</summary>
    public string? ApplyTo(string text)
    {
        if (Start is { } start)
        {
            return string.CompareOrdinal(text, start, Find, 0, Find.Length) == 0 ? ReplacedAt(text, start) : null;
        }

        var at = text.IndexOf(Find, StringComparison.Ordinal);
        return at < 0 || text.IndexOf(Find, at + 1, StringComparison.Ordinal) >= 0
            ? null
            : ReplacedAt(text, at);
    }

    private string ReplacedAt(string text, int at) =>
        string.Concat(text.AsSpan(0, at), Replace, text.AsSpan(at + Find.Length));
}
