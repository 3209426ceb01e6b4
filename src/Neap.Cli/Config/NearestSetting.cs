namespace Neap.Cli;

/// <summary>Which setting somebody may have meant.</summary>
internal static class NearestSetting
{
    private const int LettersToName = 3;

    /// <summary>The nearest key or option: a third of the letters may differ.</summary>
    public static string? Of(string wanted)
    {
        var name = wanted.Replace('-', '_').ToLowerInvariant();
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var setting in Catalogue.Entries)
        {
            var option = setting.Option?.TrimStart('-').Replace('-', '_') ?? setting.Key;
            var distance = Math.Min(Distance(name, setting.Key), Distance(name, option));
            if (distance < least && distance <= Math.Max(2, name.Length / 3) && name.Length >= LettersToName)
            {
                (nearest, least) = (setting.Key, distance);
            }
        }

        return nearest;
    }

    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[^1];
    }
}
