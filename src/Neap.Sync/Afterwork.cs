using Neap.Core;

namespace Neap.Sync;

/// <summary>What a store does after a publication; the sync is done whether it succeeds or not, and its report says so.</summary>
public static class Afterwork
{
    /// <summary>Has the store build what makes searches faster.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reports">What the syncs did; some may have published nothing.</param>
    /// <param name="stop">Asks to stop: nothing is lost by stopping at once.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The reports; where it was not built, those of what was published say why.</returns>
    public static Task<IReadOnlyList<SyncReport>> OptimizedAsync(
        IIndexStore store, IReadOnlyList<SyncReport> reports, CancellationToken stop, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        return NotedAsync(
            store.OptimizeAsync,
            reports,
            "Indexes that make searches faster were not built",
            "Answers are the same and take longer, until a later sync that changes something has built them.",
            stop,
            cancellation);
    }

    /// <summary>Has the store delete the content that no revision shows any more.</summary>
    /// <inheritdoc cref="OptimizedAsync"/>
    public static Task<IReadOnlyList<SyncReport>> CompactedAsync(
        IIndexStore store, IReadOnlyList<SyncReport> reports, CancellationToken stop, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        return NotedAsync(
            async token => await store.CompactAsync(token),
            reports,
            "Content that no revision shows any more was not deleted",
            "It takes room and nothing else, until a later rebuild has deleted it.",
            stop,
            cancellation);
    }

    private static async Task<IReadOnlyList<SyncReport>> NotedAsync(
        Func<CancellationToken, ValueTask> work,
        IReadOnlyList<SyncReport> reports,
        string undone,
        string consequence,
        CancellationToken stop,
        CancellationToken cancellation) => await WhyNotAsync(work, stop, cancellation) is { } reason
        ? [.. reports.Select(report => report.Status == SyncStatus.Completed
            ? report with { Notes = [.. report.Notes, undone + reason, consequence] }
            : report)]
        : reports;

    private static async Task<string?> WhyNotAsync(
        Func<CancellationToken, ValueTask> work, CancellationToken stop, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellation);
        try
        {
            await work(either.Token);
            return null;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return ", because the sync was stopped.";
        }
        catch (NeapException failure)
        {
            return $": {failure.Message}";
        }
    }
}
