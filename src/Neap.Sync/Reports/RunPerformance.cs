using Neap.Core;

namespace Neap.Sync;

/// <summary>How one completed run went.</summary>
/// <param name="Run">The run.</param>
/// <param name="Times">How long its files took.</param>
public sealed record RunPerformance(RunRecord Run, LineTimes Times)
{
    /// <summary>Wall time from its first record to its last.</summary>
    public TimeSpan Duration => (Run.CompletedAt ?? Run.StartedAt) - Run.StartedAt;

    /// <summary>Files that came to an end.</summary>
    public long Files => Run.Counts.Processed;

    /// <summary>Files for each second; 0 where the run took no measurable time.</summary>
    public double FilesPerSecond => Duration > TimeSpan.Zero ? Files / Duration.TotalSeconds : 0;

    /// <summary>Files that did not fail, 0 to 1; 1 where there was none.</summary>
    public double SuccessRate => Files == 0 ? 1 : (double)(Files - Run.Counts.Failed) / Files;
}
