using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>The report of a feed as JSON: that of any sync, with what became of the lines.</summary>
internal static class FeedDocuments
{
    public static SyncDocument Of(FeedReport report, bool withChanges) => SyncDocument.Of(report.Sync, withChanges) with
    {
        Files = withChanges ? FileCounts.Of(report.Sync) with { Failed = report.Lines.Failed } : Counts(report),
        FilesPerSecond = Math.Round(LinesPerSecond(report), 1),
        Failures = report.Failures.Select(FailureOf).ToArray(),
        Lines = new LinesDocument(
            report.Lines.Total, report.Lines.Done, report.Lines.Failed, report.Lines.Skipped, report.Lines.Resumed),
        InStep = report.IsInStep,
    };

    /// <summary>Lines for each second of the run.</summary>
    public static double LinesPerSecond(FeedReport report) => report.Sync.Duration > TimeSpan.Zero
        ? report.Lines.Total / report.Sync.Duration.TotalSeconds
        : 0;

    private static FileCounts Counts(FeedReport report) => new(
        report.Lines.Total, report.Lines.Added, report.Lines.Modified, report.Lines.Renamed, report.Lines.Deleted, 0,
        report.Lines.Skipped, report.Lines.Failed, report.Sync.FilesProcessed, 0);

    private static FailureDocument FailureOf(LineReport line)
    {
        var failed = (LineFate.Failed)line.Fate;
        return new FailureDocument(line.Path, Names.Of(failed.Category), failed.Message, 1)
        {
            Line = line.Number,
            SourceLine = line.SourceLine,
        };
    }
}

/// <summary>What became of the lines of a feed.</summary>
internal sealed record LinesDocument(long Total, long Done, long Failed, long Skipped, long Resumed);
