using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>What the ledger knows of the failures of a report.</summary>
internal static class Failures
{
    /// <summary>The reports, each with the number of tries of its failed paths.</summary>
    public static async Task<IReadOnlyList<SyncReport>> CountedAsync(
        IReadOnlyList<SyncReport> reports, ILedger ledger, CancellationToken cancellation)
    {
        var counted = new List<SyncReport>(reports.Count);
        foreach (var report in reports)
        {
            counted.Add(await CountedAsync(report, ledger, cancellation));
        }

        return counted;
    }

    /// <summary>The report, with the number of tries of each failed path.</summary>
    private static async Task<SyncReport> CountedAsync(SyncReport report, ILedger ledger, CancellationToken cancellation)
    {
        if (report.Count(ChangeKind.Failed) == 0 || report.Status == SyncStatus.DryRun)
        {
            return report;
        }

        var failures = await ledger.FailuresAsync(new FailureQuery { Slot = report.Slot }, cancellation);
        var attempts = new Dictionary<RepoPath, int>();
        foreach (var line in failures.Select(failure => failure.Line))
        {
            if (line.Path is { } path)
            {
                attempts[path] = Math.Max(attempts.GetValueOrDefault(path), line.Attempts);
            }
        }

        return report with { Attempts = attempts };
    }
}
