namespace Neap.Content;

/// <summary>Choices in braces: <c>apps/{a,b}</c> is <c>apps/a</c> and <c>apps/b</c>.</summary>
internal static class Braces
{
    private const int MostChoices = 256;

    /// <summary>Every text that the pattern stands for; null where a brace is left open, holds no choice, or there are too many.</summary>
    public static IReadOnlyList<string>? Expand(string pattern)
    {
        var ready = new List<string>();
        var open = new Queue<string>([pattern]);
        while (open.TryDequeue(out var text))
        {
            if (text.IndexOfAny(['{', '}']) < 0)
            {
                ready.Add(text);
            }
            else if (First(text) is { } choices && ready.Count + open.Count + choices.Count <= MostChoices)
            {
                choices.ForEach(open.Enqueue);
            }
            else
            {
                return null;
            }
        }

        return ready;
    }

    /// <summary>The texts with the first innermost braces resolved; null where they are not a choice.</summary>
    private static List<string>? First(string text)
    {
        var end = text.IndexOf('}', StringComparison.Ordinal);
        var start = end < 0 ? -1 : text.LastIndexOf('{', end);
        var choices = start < 0 ? [] : text[(start + 1)..end].Split(',');
        return choices.Length > 1 ? [.. choices.Select(choice => text[..start] + choice + text[(end + 1)..])] : null;
    }
}
