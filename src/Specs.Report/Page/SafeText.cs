using System.Buffers;
using System.Globalization;
using System.Text;

namespace Specs.Report.Page;

/// <summary>Makes any text harmless in HTML, in elements and in quoted attributes alike.</summary>
/// <remarks>
/// Names, paths, commit messages and logs are test data of a git suite and hostile on purpose. Characters that turn the
/// reading direction are shown by their number: they could make a reader see another text than the one that is there.
/// </remarks>
internal static class SafeText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "<>&\"'\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016" +
        "\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e" +
        "\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff");

    /// <summary>Appends a text.</summary>
    public static void Append(StringBuilder target, string text)
    {
        var rest = text.AsSpan();
        if (rest.ContainsAnyInRange('\ud800', '\udfff'))
        {
            AppendRunes(target, text);
            return;
        }

        for (var at = rest.IndexOfAny(Special); at >= 0; at = rest.IndexOfAny(Special))
        {
            target.Append(rest[..at]);
            AppendSpecial(target, rest[at]);
            rest = rest[(at + 1)..];
        }

        target.Append(rest);
    }

    /// <summary>The text as markup.</summary>
    public static Markup Of(string text)
    {
        var target = new StringBuilder(text.Length);
        Append(target, text);
        return new(target.ToString());
    }

    private static void AppendRunes(StringBuilder target, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && Special.Contains((char)rune.Value))
            {
                AppendSpecial(target, (char)rune.Value);
            }
            else
            {
                target.Append(rune.ToString());
            }
        }
    }

    private static void AppendSpecial(StringBuilder target, char special) => _ = special switch
    {
        '<' => target.Append("&lt;"),
        '>' => target.Append("&gt;"),
        '&' => target.Append("&amp;"),
        '"' => target.Append("&quot;"),
        '\'' => target.Append("&#39;"),
        _ => target.Append(CultureInfo.InvariantCulture, $"\\u{(int)special:x4}"),
    };
}
