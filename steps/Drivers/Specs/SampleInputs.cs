using System.Globalization;
using System.Text.Json;

namespace Drivers;

/// <summary>The files that stand beside a run, written from tables.</summary>
internal static class SampleInputs
{
    /// <summary>Writes one of them and returns the options by which it is named.</summary>
    public static string[] Write(string folder, string kind, TextTable table)
    {
        switch (kind)
        {
            case "requirements":
                WriteRows(Path.Combine(folder, "features", "requirements.yml"), table.Read("ID", "TEXT"),
                    ["ID", "TEXT"]);
                return [];
            case "glossary":
                File.WriteAllLines(Path.Combine(folder, "features", "GLOSSARY.md"),
                    ["| Word | Meaning |", "|---|---|", .. table.Read("WORD", "MEANING").Select(row => $"| **{row["WORD"]}** | {row["MEANING"]} |")]);
                return [];
            case "quarantine":
                string[] columns = ["FEATURE", "SCENARIO", "OWNER", "REASON", "SINCE", "UNTIL"];
                WriteRows(Path.Combine(folder, "features", "quarantine.yml"), table.Read(columns), columns);
                return [];
            case "figures":
                return Json(folder, "metrics", table.Read("NAME", "VALUE", "UNIT").Select(FigureOf));
            case "planted faults":
                return Json(folder, "caught",
                    new { date = "2026-02-28", faults = table.Read("FAULT", "CAUGHT").Select(FaultOf) });
            case "mutants":
                return Json(folder, "mutants", Mutants([.. table.Read("PART", "CHANGE", "NOTICED")]));
            case "line coverage":
                return SampleCoverage.Write(folder, table);
            case "linter findings":
                var results = table.Read("RULE", "LEVEL", "FINDING").Select(FindingOf);
                return Json(folder, "lint", new { runs = new[] { new { results } } });
            default:
                throw new SpecException($"Nothing that is called \"{kind}\" stands beside a run.");
        }
    }

    private static void WriteRows(string file, IEnumerable<TableRow> rows, string[] columns)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file,
            rows.Select(row => "- { " + string.Join(", ", columns.Select(column => CellOf(row, column))) + " }"));
    }

    private static string CellOf(TableRow row, string column)
    {
        var value = column == "FEATURE" ? row.Or(column, "shop/orders.feature") : row[column];
        return $"{column.ToLowerInvariant()}: {JsonSerializer.Serialize(value)}";
    }

    private static string[] Json(string folder, string option, object content)
    {
        File.WriteAllText(Path.Combine(folder, option + ".json"), JsonSerializer.Serialize(content));
        return [$"--{option}", option + ".json"];
    }

    private static object FigureOf(TableRow row) => new
    {
        name = row["NAME"],
        value = double.Parse(row["VALUE"], CultureInfo.InvariantCulture),
        unit = row["UNIT"],
    };

    private static object FaultOf(TableRow row) =>
        new { id = row["FAULT"], end = row["CAUGHT"] == "yes" ? "caught" : "missed" };

    /// <summary>A change that is noticed neither by somebody nor by nobody is one that no one could notice; the cell says why.</summary>
    private static object Mutants(IReadOnlyList<TableRow> rows) => new
    {
        date = "2026-02-28",
        groups = rows.GroupBy(row => row["PART"]).Select(part => new { name = part.Key, possible = 10 * part.Count() }),
        mutants = rows.Select(row => new
        {
            group = row["PART"],
            file = "src/Shop.cs",
            line = 7,
            was = row["CHANGE"].Split(" → ")[0],
            becomes = row["CHANGE"].Split(" → ")[^1],
            end = row["NOTICED"] == "yes" ? "caught" : "missed",
            equivalent = row["NOTICED"] is "yes" or "no" ? null : row["NOTICED"],
        }),
    };

    private static object FindingOf(TableRow row) =>
        new { ruleId = row["RULE"], level = row["LEVEL"], message = new { text = row["FINDING"] } };
}
