using System.Globalization;
using System.Net;
using System.Text;

namespace Neap.Cli;

/// <summary>How the last runs went, as one page that needs nothing else.</summary>
internal static class PerformancePage
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Neap: performance of the last runs</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff; }
        table { border-collapse: collapse; width: 100%; } th, td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid #d0d7de; }
        th:first-child, td:first-child { text-align: left; } svg { width: 100%; height: auto; font-size: 11px; fill: currentColor; }
        </style></head><body>
        """;

    public static string Of(PerformanceDocument report)
    {
        var page = new StringBuilder(Head);
        var oldestFirst = report.Runs.Reverse().ToArray();
        page.Append("<h1>Performance of the last runs</h1><pre>").Append(Encode(PerformanceText.Of(report))).Append("</pre>");
        Chart(page, new BarChart("Speed", "files/s"), [.. oldestFirst.Select(run => (run.RunId, run.FilesPerSecond))]);
        Chart(page, new BarChart("Duration", "s"), [.. oldestFirst.Select(run => (run.RunId, run.DurationSeconds))]);
        Chart(page, new BarChart("Success", "%"), [.. oldestFirst.Select(run => (run.RunId, run.SuccessRate))]);
        page.Append("<h2>Runs</h2><table><thead><tr><th>Run</th><th>Collection</th><th>Files</th><th>Seconds</th><th>Files/s</th><th>Success %</th><th>Errors</th></tr></thead><tbody>");
        foreach (var run in oldestFirst)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(run.RunId)}</td><td>{Encode(run.Collection)}</td><td>{run.Files}</td><td>{run.DurationSeconds:0.000}</td><td>{run.FilesPerSecond:N1}</td><td>{run.SuccessRate:0.0}</td><td>{run.Errors}</td></tr>");
        }

        return page.Append("</tbody></table></body></html>\n").ToString();
    }

    private static void Chart(StringBuilder page, BarChart chart, IReadOnlyList<(string, double)> bars) => page
        .Append("<figure><figcaption>").Append(Encode($"{chart.Title} ({chart.Unit}), oldest run first"))
        .Append("</figcaption>").Append(chart.Draw(bars)).Append("</figure>");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
