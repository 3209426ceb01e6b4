using System.Globalization;
using System.Xml.Linq;

namespace Drivers;

/// <summary>Writes which lines a run passed through, in the format that coverage tools share.</summary>
internal static class SampleCoverage
{
    /// <summary>Writes a file for each lane and returns the options by which they are named.</summary>
    public static string[] Write(string folder, TextTable table) =>
    [
        .. table.Read("LANE", "PART", "FILE", "PASSED", "MISSED").GroupBy(row => row.Or("LANE", "run"))
            .SelectMany(lane => Write(folder, $"coverage-{lane.Key}.xml", lane)),
    ];

    private static string[] Write(string folder, string name, IEnumerable<TableRow> rows)
    {
        var packages = rows.GroupBy(row => row["PART"]).Select(part => new XElement(
            "package", new XAttribute("name", part.Key), new XElement("classes", part.Select(ClassOf))));
        new XDocument(new XElement("coverage", new XElement("packages", packages))).Save(Path.Combine(folder, name));
        return ["--coverage", name];
    }

    private static XElement ClassOf(TableRow row)
    {
        var lines = Numbers(row["PASSED"]).Select(number => LineOf(number, 3))
            .Concat(Numbers(row["MISSED"]).Select(number => LineOf(number, 0)));
        return new XElement("class", new XAttribute("filename", row["FILE"]), new XElement("lines", lines));
    }

    private static XElement LineOf(int number, int hits) =>
        new("line", new XAttribute("number", number), new XAttribute("hits", hits));

    private static IEnumerable<int> Numbers(string spans)
    {
        foreach (var span in spans.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = span.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
            for (var number = ends[0]; number <= ends[^1]; number++)
            {
                yield return number;
            }
        }
    }
}
