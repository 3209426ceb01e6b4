namespace Neap.Core;

/// <summary>Names that somebody may have meant who misspelt one.</summary>
public static class NearNames
{
    private const int Shown = 3;
    private const int TwoLettersSwapped = 2;

    /// <summary>At most three, nearest first: a third of the letters may differ, or one name ends with the other.</summary>
    /// <param name="wanted">What was typed; capitals count as small letters.</param>
    /// <param name="names">What there is.</param>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> names) =>
    [
        .. names
            .Select(name => (Name: name, Distance: Distance(wanted, name)))
            .Where(near => near.Distance <= Math.Min(wanted.Length - 1, Math.Max(TwoLettersSwapped, wanted.Length / 3))
                || near.Name.EndsWith("/" + wanted, StringComparison.OrdinalIgnoreCase))
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Take(Shown)
            .Select(near => near.Name),
    ];

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[^1];
    }
}
