using System.Text;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Makes foreign text safe for a terminal: no control characters, no line breaks, no lone surrogates.</summary>
internal static class Terminal
{
    /// <summary>A path on one line.</summary>
    public static string Safe(RepoPath path) => Safe(path.ToString());

    /// <summary>Text on one line; what a terminal could act on is shown as an escape.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(safe, rune);
        }

        return safe.ToString();
    }

    private static void Append(StringBuilder safe, Rune rune)
    {
        if (rune.Value is '\n' or '\t')
        {
            safe.Append(rune.Value == '\n' ? "\\n" : "\\t");
            return;
        }

        _ = Rune.IsControl(rune) || rune == Rune.ReplacementChar || IsDirectional(rune.Value)
            ? safe.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}")
            : safe.Append(rune.ToString());
    }

    /// <summary>Marks that reorder the text around them (Unicode UAX 9) can make one path look like another.</summary>
    private static bool IsDirectional(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
