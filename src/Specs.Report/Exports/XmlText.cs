using System.Text;
using System.Xml;

namespace Specs.Report.Exports;

/// <summary>Text that XML can hold: what it cannot is shown as its number.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var clean = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                clean.Append(text[at]).Append(text[++at]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : $"\\u{(int)text[at]:x4}");
            }
        }

        return clean.ToString();
    }
}
