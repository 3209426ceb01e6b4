using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Neap.Changes;

/// <summary>JSON strings that keep a path's every byte.</summary>
internal static class JsonText
{
    /// <summary>The path in quotes, with the escape <c>\udcXX</c> for each byte that is not UTF-8.</summary>
    /// <remarks>A JSON writer would replace those lone surrogates.</remarks>
    public static string Of(RepoPath path)
    {
        var text = path.ToString();
        var json = new StringBuilder("\"", text.Length + 2);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i))
            {
                json.Append(Encoded(text[start..i]));
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
                start = i + 1;
            }
            else if (char.IsHighSurrogate(text[i]))
            {
                i++;
            }
        }

        return json.Append(Encoded(text[start..])).Append('"').ToString();
    }

    private static string Encoded(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
}
