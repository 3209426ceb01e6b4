using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Neap.Content;

/// <summary>Manifests as text, lines and XML; what cannot be read names no folder.</summary>
internal static class ManifestText
{
    public static string Of(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');

    /// <summary>The lines without their comments and the space around them; blank ones are left out.</summary>
    public static IEnumerable<string> Lines(string text, string comment) => text.Split('\n')
        .Select(line => line.Split(comment, 2)[0].Trim())
        .Where(line => line.Length > 0);

    /// <summary>A value without the quotes around it.</summary>
    public static string Unquote(string value) => value.Trim().Trim('"', '\'', '`');

    /// <summary>The document; null where it is not well-formed. Nothing outside of it is ever read.</summary>
    public static XDocument? Xml(string text)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            // The build tool of that file will say so; it is not for an index to judge.
            return null;
        }
    }
}
