using System.Globalization;
using System.Text;

namespace Neap.Cli;

/// <summary>The last runs as comma-separated values (RFC 4180), one line a run.</summary>
internal static class PerformanceTable
{
    private const string Header =
        "run_id,started_at,collection,repository,duration_seconds,files,files_per_second,success_rate,errors";

    public static string Of(PerformanceDocument report)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var run in report.Runs)
        {
            object[] cells =
            [
                run.RunId, run.StartedAt.ToString("O", CultureInfo.InvariantCulture), run.Collection, run.Repository,
                run.DurationSeconds, run.Files, run.FilesPerSecond, run.SuccessRate, run.Errors,
            ];
            text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return text.IndexOfAny([',', '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
