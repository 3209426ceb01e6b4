using System.Text;

namespace Specs.Report.Exports;

/// <summary>Text of others inside Markdown: shown as it is, obeyed never.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_{}[]~|@";

    public static string Escape(string text)
    {
        var safe = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (letter is '<' or '>' or '&')
            {
                safe.Append(letter switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
                continue;
            }

            if (Special.Contains(letter, StringComparison.Ordinal))
            {
                safe.Append('\\');
            }

            safe.Append(char.IsControl(letter) ? '\uFFFD' : letter);
        }

        return safe.ToString();
    }

    /// <summary>Text between backquotes.</summary>
    public static string Code(string text) => text.ReplaceLineEndings(" ").Replace('`', '\'');
}
