using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>What the ledger knows of the failures of a report.</summary>
internal static class Failures
{
    /// <summary>The report, with the number of tries of each failed path.</summary>
    public static async Task<SyncReport> CountedAsync(SyncReport report, ILedger ledger, CancellationToken cancellation)
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
