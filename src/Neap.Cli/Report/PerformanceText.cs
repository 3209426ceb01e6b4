using System.Globalization;
using System.Text;

namespace Neap.Cli;

/// <summary>How the last runs went, for people.</summary>
internal static class PerformanceText
{
    private const int RecentRuns = 5;

    public static string Of(PerformanceDocument report)
    {
        var text = new StringBuilder();
        var (summary, times) = (report.Summary, report.ProcessingTimes);
        Line(text, $"Performance of the last {summary.Runs} completed runs");
        Line(text, $"  as of     {report.GeneratedAt:u}");
        Line(text, $"  duration  {summary.AverageDurationSeconds:0.000} s on average");
        Line(text, $"  speed     {summary.AverageFilesPerSecond:N1} files/s on average, best {summary.BestFilesPerSecond:N1}, worst {summary.WorstFilesPerSecond:N1}");
        Line(text, $"  success   {summary.AverageSuccessRate:0.0} % on average");
        Line(text, $"  trend     {summary.Trend}");
        Line(text, $"Processing times of {times.Count:N0} files");
        Line(text, $"  average   {times.AverageMs:0.000} ms, longest {times.MaxMs:0.000} ms, shortest {times.MinMs:0.000} ms");
        Line(text, $"Recent runs");
        foreach (var run in report.Runs.Take(RecentRuns))
        {
            Line(text, $"  {run.StartedAt:u}  {Terminal.Safe(run.Collection)}/{Terminal.Safe(run.Repository)}: {run.Files:N0} files in {run.DurationSeconds:0.000} s ({run.FilesPerSecond:N1} files/s), {run.SuccessRate:0.0} % success, {run.Errors:N0} errors");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
