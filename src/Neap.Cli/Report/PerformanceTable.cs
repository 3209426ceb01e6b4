using System.Globalization;
using System.Text;

namespace Neap.Cli;

/// <summary>The last runs as comma-separated values (RFC 4180), one line a run.</summary>
/// <remarks>
/// A spreadsheet calculates what begins with one of <c>= + - @</c>, a tab or a line break, and a name is foreign text; such a
/// name gets an apostrophe in front, which spreadsheets take for "this is text". The JSON has every name as it is.
/// </remarks>
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
        var text = value is string name ? Inert(name) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return text.IndexOfAny([',', '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Inert(string name) => name is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{name}" : name;
}
