using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Evidence;

/// <summary>The runs before, a line of JSON each, the oldest first.</summary>
internal static class HistoryFile
{
    /// <summary>How many runs are kept; a year of two runs a working day.</summary>
    private const int Kept = 500;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads the runs before <paramref name="present"/>; a file that is not there yet holds none.</summary>
    public static History Read(string path, DateTimeOffset? present)
    {
        if (!File.Exists(path))
        {
            return History.None;
        }

        var runs = File.ReadLines(path).Select((line, index) => (line, index)).Where(item => item.line.Length > 0)
            .Select(item => Parse(path, item.line, item.index + 1));
        return new([.. runs.Where(run => run.Started != present).OrderBy(run => run.Started)]);
    }

    /// <summary>Appends a run; the same run once more takes the place of its line.</summary>
    public static void Append(string path, Findings findings, bool isOpen)
    {
        var documentation = findings.Documentation;
        if (documentation.Run.Started is not { } started)
        {
            throw SpecsException.Input(
                "The messages do not say when the run began, so it cannot be told from others in the history.");
        }

        var others = File.Exists(path)
            ? File.ReadAllLines(path)
                .Where((line, index) => line.Length > 0 && Parse(path, line, index + 1).Started != started)
            : [];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var lines = others.Append(LineOf(findings, started, isOpen)).TakeLast(Kept);
        File.WriteAllText(path + ".new", string.Concat(lines.Select(line => line + "\n")), new UTF8Encoding(false));
        File.Move(path + ".new", path, overwrite: true);
    }

    private static string LineOf(Findings findings, DateTimeOffset started, bool isOpen) => JsonSerializer.Serialize(
        new
        {
            started = started.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            commit = findings.Documentation.Commit,
            open = isOpen,
            duration_ms = (long)findings.Documentation.Run.Duration.TotalMilliseconds,
            results = findings.Documentation.Outcomes
                .GroupBy(outcome => Ledger.NameOf(outcome.Result), StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Select(outcome => Anchors.KeyOf(outcome.Example.Anchor))),
            metrics = findings.Metrics.GroupBy(metric => metric.Name, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Last().Value),
        },
        Options);

    private static PastRun Parse(string path, string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var run = json.RootElement;
            return new()
            {
                Started = DateTimeOffset.Parse(run.Text("started"), CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal),
                Commit = run.Text("commit"),
                Duration = TimeSpan.FromMilliseconds(run.Number("duration_ms")),
                Results = ResultsOf(run),
                Metrics = (run.Child("metrics")?.EnumerateObject() ?? default)
                    .ToDictionary(metric => metric.Name, metric => metric.Value.GetDouble(), StringComparer.Ordinal),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            throw SpecsException.Input($"{path} line {number} is no run of the history; mend or remove the line.",
                wrong);
        }
    }

    private static Dictionary<string, Verdict> ResultsOf(JsonElement run)
    {
        var results = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        foreach (var column in Ledger.Columns)
        {
            foreach (var key in run.Child("results")?.List(Ledger.NameOf(column)) ?? [])
            {
                results[key.GetString()!] = column;
            }
        }

        return results;
    }
}
