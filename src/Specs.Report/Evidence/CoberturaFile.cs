using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Specs.Report.Model;

namespace Specs.Report.Evidence;

/// <summary>Reads which lines were passed through, from the format that coverage tools share.</summary>
/// <remarks>A line that several runs or several classes of a file share counts once, and as passed where one of them did.</remarks>
internal static class CoberturaFile
{
    public static IReadOnlyList<LineCoverage> Read(IReadOnlyList<string> paths) =>
    [
        .. paths.SelectMany(Lines)
            .GroupBy(line => line.Part, StringComparer.Ordinal)
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => new LineCoverage(part.Key, FilesOf(part))),
    ];

    private static List<FileCoverage> FilesOf(IEnumerable<Line> part) =>
    [
        .. part.GroupBy(line => line.File, StringComparer.Ordinal)
            .Select(file => FileOf(file.Key, file))
            .OrderByDescending(file => file.Missed.Count).ThenBy(file => file.Path, StringComparer.Ordinal),
    ];

    private static FileCoverage FileOf(string path, IEnumerable<Line> lines)
    {
        var passed = lines.GroupBy(line => line.Number).ToDictionary(line => line.Key, line => line.Any(one => one.IsPassed));
        return new(path, passed.Count, [.. passed.Where(line => !line.Value).Select(line => line.Key).Order()]);
    }

    private static IEnumerable<Line> Lines(string path)
    {
        var root = Load(path);
        return root.Name.LocalName == "coverage"
            ? from part in root.Descendants("package")
              from type in part.Descendants("class")
              from line in type.Elements("lines").Elements("line")
              select new Line(
                  Text(part, "name", path), Text(type, "filename", path), Number(line, "number", path), Number(line, "hits", path) > 0)
            : throw SpecsException.Input($"{path} is no Cobertura file; its top is {root.Name.LocalName} and not coverage.");
    }

    private static XElement Load(string path)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            using var reader = XmlReader.Create(path, settings);
            return XDocument.Load(reader).Root!;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw SpecsException.Input($"The coverage {path} cannot be read: {unreadable.Message}");
        }
        catch (XmlException wrong)
        {
            throw SpecsException.Input($"{path} is not XML: {wrong.Message}");
        }
    }

    private static string Text(XElement element, string name, string path) => element.Attribute(name)?.Value
        ?? throw SpecsException.Input($"{path} has a {element.Name.LocalName} without {name}.");

    private static int Number(XElement element, string name, string path) =>
        long.TryParse(Text(element, name, path), CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Min(number, int.MaxValue)
            : throw SpecsException.Input($"{path} has a {element.Name.LocalName} whose {name} is no number.");

    private readonly record struct Line(string Part, string File, int Number, bool IsPassed);
}
