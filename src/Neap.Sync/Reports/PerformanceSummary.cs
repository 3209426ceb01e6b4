using Neap.Core;

namespace Neap.Sync;

/// <summary>What several completed runs have in common.</summary>
/// <param name="Runs">The runs, newest first.</param>
public sealed record PerformanceSummary(IReadOnlyList<RunPerformance> Runs)
{
    /// <summary>Mean wall time of a run.</summary>
    public TimeSpan AverageDuration => TimeSpan.FromTicks((long)Average(run => run.Duration.Ticks));

    /// <summary>Mean of the runs' files per second.</summary>
    public double AverageFilesPerSecond => Average(run => run.FilesPerSecond);

    /// <summary>Mean of the runs' success rates, 0 to 1.</summary>
    public double AverageSuccessRate => Average(run => run.SuccessRate);

    /// <summary>Files per second of the quickest run.</summary>
    public double Best => Runs.Count == 0 ? 0 : Runs.Max(run => run.FilesPerSecond);

    /// <summary>Files per second of the slowest run.</summary>
    public double Worst => Runs.Count == 0 ? 0 : Runs.Min(run => run.FilesPerSecond);

    /// <summary>Whether the newest run is quicker than the oldest.</summary>
    public Trend Trend => Runs.Count > 1 && Runs[0].FilesPerSecond > Runs[^1].FilesPerSecond ? Trend.Improving : Trend.Stable;

    /// <summary>How long files took over all runs; only those whose content had to be read count.</summary>
    public LineTimes Times
    {
        get
        {
            var measured = Runs.Select(run => run.Times).Where(times => times.Lines > 0).ToArray();
            var lines = measured.Sum(times => times.Lines);
            return lines == 0 ? LineTimes.None : new LineTimes(
                lines,
                TimeSpan.FromTicks(measured.Sum(times => times.Average.Ticks * times.Lines) / lines),
                measured.Min(times => times.Shortest),
                measured.Max(times => times.Longest));
        }
    }

    private double Average(Func<RunPerformance, double> value) => Runs.Count == 0 ? 0 : Runs.Average(value);
}

/// <summary>Where the speed of runs goes.</summary>
public enum Trend
{
    /// <summary>The newest run is not quicker than the oldest.</summary>
    Stable,

    /// <summary>The newest run is quicker than the oldest.</summary>
    Improving,
}
