using System.Globalization;

namespace Neap.Cli;

/// <summary>The last runs as comma-separated values, one line a run.</summary>
internal static class PerformanceTable
{
    private static readonly CsvTable<PerformanceRun> Table = new(
        ("run_id", run => run.RunId),
        ("started_at", run => run.StartedAt),
        ("collection", run => run.Collection),
        ("repository", run => run.Repository),
        ("duration_seconds", run => run.DurationSeconds),
        ("files", run => run.Files),
        ("files_per_second", run => run.FilesPerSecond),
        ("success_rate", run => run.SuccessRate),
        ("errors", run => run.Errors));

    public static string Of(PerformanceDocument report)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Table.Write(text, report.Runs);
        return text.ToString();
    }
}
