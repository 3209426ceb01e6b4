using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>How the last runs went, as JSON; durations in seconds, times of files in milliseconds, rates in percent.</summary>
internal sealed record PerformanceDocument
{
    public required DateTimeOffset GeneratedAt { get; init; }

    public required string Database { get; init; }

    public required PerformanceFigures Summary { get; init; }

    public required ProcessingTimes ProcessingTimes { get; init; }

    public required IReadOnlyList<PerformanceRun> Runs { get; init; }

    /// <summary>The files of this report; empty inside one of them, and where none was asked for.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    public static PerformanceDocument Of(PerformanceSummary summary, string database, DateTimeOffset now) => new()
    {
        GeneratedAt = now,
        Database = database,
        Summary = PerformanceFigures.Of(summary),
        ProcessingTimes = ProcessingTimes.Of(summary.Times),
        Runs = [.. summary.Runs.Select(PerformanceRun.Of)],
    };

    public static double Round(double value) => Math.Round(value, 3);
}

internal sealed record PerformanceFigures
{
    public required int Runs { get; init; }

    public required double AverageDurationSeconds { get; init; }

    public required double AverageFilesPerSecond { get; init; }

    public required double AverageSuccessRate { get; init; }

    public required double BestFilesPerSecond { get; init; }

    public required double WorstFilesPerSecond { get; init; }

    public required string Trend { get; init; }

    public static PerformanceFigures Of(PerformanceSummary summary) => new()
    {
        Runs = summary.Runs.Count,
        AverageDurationSeconds = PerformanceDocument.Round(summary.AverageDuration.TotalSeconds),
        AverageFilesPerSecond = PerformanceDocument.Round(summary.AverageFilesPerSecond),
        AverageSuccessRate = PerformanceDocument.Round(summary.AverageSuccessRate * 100),
        BestFilesPerSecond = PerformanceDocument.Round(summary.Best),
        WorstFilesPerSecond = PerformanceDocument.Round(summary.Worst),
        Trend = Names.Of(summary.Trend),
    };
}

internal sealed record ProcessingTimes(long Count, double AverageMs, double MaxMs, double MinMs)
{
    public static ProcessingTimes Of(LineTimes times) => new(
        times.Lines,
        PerformanceDocument.Round(times.Average.TotalMilliseconds),
        PerformanceDocument.Round(times.Longest.TotalMilliseconds),
        PerformanceDocument.Round(times.Shortest.TotalMilliseconds));
}

internal sealed record PerformanceRun
{
    public required string RunId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string Collection { get; init; }

    public required string Repository { get; init; }

    public required double DurationSeconds { get; init; }

    public required long Files { get; init; }

    public required double FilesPerSecond { get; init; }

    public required double SuccessRate { get; init; }

    public required long Errors { get; init; }

    public static PerformanceRun Of(RunPerformance run) => new()
    {
        RunId = run.Run.RunId,
        StartedAt = run.Run.StartedAt,
        Collection = run.Run.Slot.Collection,
        Repository = run.Run.Slot.Repository,
        DurationSeconds = PerformanceDocument.Round(run.Duration.TotalSeconds),
        Files = run.Files,
        FilesPerSecond = PerformanceDocument.Round(run.FilesPerSecond),
        SuccessRate = PerformanceDocument.Round(run.SuccessRate * 100),
        Errors = run.Run.Counts.Failed,
    };
}
