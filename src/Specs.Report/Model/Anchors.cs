using System.Security.Cryptography;
using System.Text;

namespace Specs.Report.Model;

/// <summary>Names for places in a page that outlive a run.</summary>
/// <remarks>
/// An anchor depends on the path, the title and the row's values, and on nothing around them. A readable part is
/// followed by eight hexadecimal digits of the exact words, so that titles that differ only in punctuation stay apart.
/// </remarks>
public static class Anchors
{
    private const int ReadableLength = 60;
    private const int KeyLength = 8;

    /// <summary>The anchor of a feature.</summary>
    /// <param name="path">Below the features folder.</param>
    public static string OfFeature(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return $"{Readable(path.Replace(".feature", "", StringComparison.Ordinal))}-{Key(path)}";
    }

    /// <summary>The anchor of a scenario, or of a row of it.</summary>
    /// <param name="path">Below the features folder.</param>
    /// <param name="name">The title as it is written.</param>
    /// <param name="row">Column names with values, in any order; empty for a scenario.</param>
    public static string OfScenario(string path, string name, IEnumerable<KeyValuePair<string, string>> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var cells = row.OrderBy(cell => cell.Key, StringComparer.Ordinal)
            .Select(cell => $"{cell.Key}\u0001{cell.Value}");
        return $"{Readable(name)}-{Key(string.Join('\0', [path, name, .. cells]))}";
    }

    /// <summary>The short key at the end of an anchor, as the history keeps it.</summary>
    public static string KeyOf(string anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return anchor[(anchor.LastIndexOf('-') + 1)..];
    }

    private static string Key(string exact) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(exact)))[..KeyLength];

    private static string Readable(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == ReadableLength)
            {
                break;
            }
        }

        var readable = slug.ToString().Trim('-');
        return readable.Length > 0 ? readable : "example";
    }
}
