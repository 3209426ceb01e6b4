namespace Neap.Core;

/// <summary>The outward spelling of enumerations: <c>TooLarge</c> is <c>too-large</c>.</summary>
public static class Names
{
    /// <summary>Lower case, words joined by dashes.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Names.TryGetValue(value, out var name) ? name : value.ToString();

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var (candidate, name) in Table<T>.Names)
        {
            if (name == text)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static string Dashed(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names =
            Enum.GetValues<T>().ToDictionary(value => value, value => Dashed(value.ToString()));
    }
}
