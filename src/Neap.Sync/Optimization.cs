using Neap.Core;

namespace Neap.Sync;

/// <summary>What a store builds after a publication, to be searched faster; the sync is done whether it succeeds or not.</summary>
internal static class Optimization
{
    private const string Consequence = "Answers are the same and take longer, until a later sync that changes something has built them.";

    /// <summary>Has the store build it, and notes in the reports of what was published where that was not done.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reports">What the syncs did; some may have published nothing.</param>
    /// <param name="stop">Asks to stop: nothing is lost by stopping at once.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<SyncReport>> NotedAsync(
        IIndexStore store, IReadOnlyList<SyncReport> reports, CancellationToken stop, CancellationToken cancellation) =>
        await WhyNotAsync(store, stop, cancellation) is { } reason
            ? [.. reports.Select(report => report.Status == SyncStatus.Completed
                ? report with { Notes = [.. report.Notes, reason, Consequence] }
                : report)]
            : reports;

    private static async Task<string?> WhyNotAsync(IIndexStore store, CancellationToken stop, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellation);
        try
        {
            await store.OptimizeAsync(either.Token);
            return null;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return "Indexes that make searches faster were not built, because the sync was stopped.";
        }
        catch (NeapException failure)
        {
            return $"Indexes that make searches faster were not built: {failure.Message}";
        }
    }
}
