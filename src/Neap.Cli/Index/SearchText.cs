using System.Globalization;

namespace Neap.Cli;

/// <summary>Hits for people: where, why, and the first lines.</summary>
internal static class SearchText
{
    private const int LinesShown = 4;
    private const int CommitDigits = 10;

    public static void Write(TextWriter output, IReadOnlyList<HitDocument> hits)
    {
        foreach (var hit in hits)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{hit.Rank,2}. {hit.Repository}:{Terminal.Safe(hit.Path)}:{hit.FirstLine}-{hit.LastLine}  {hit.Commit[..CommitDigits]}  {hit.Score:0.0000}  {Why(hit.Why)}"));
            foreach (var line in Lines(hit.Snippet))
            {
                output.WriteLine($"      {Terminal.Safe(line)}");
            }
        }
    }

    private static string Why(WhyDocument why)
    {
        var parts = new List<string>();
        if (why.LexicalRank is { } words)
        {
            parts.Add($"words #{words}");
        }

        if (why.VectorRank is { } vectors)
        {
            parts.Add($"meaning #{vectors}");
        }

        if (why.PathTerms.Count > 0)
        {
            parts.Add($"path has {string.Join(", ", why.PathTerms)}");
        }

        return string.Join(", ", parts);
    }

    private static IEnumerable<string> Lines(string? snippet) => snippet is null
        ? ["(the content is no longer in the repository)"]
        : snippet.Split('\n').Select(line => line.TrimEnd().Replace('\t', ' ')).Where(line => line.Length > 0).Take(LinesShown);
}
