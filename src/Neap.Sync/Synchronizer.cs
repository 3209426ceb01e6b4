using Neap.Core;

namespace Neap.Sync;

/// <summary>Brings one slot in step with its commit.</summary>
/// <remarks>
/// Content is stored first, where no reader sees it; one publication then makes the whole revision visible. Killed at any
/// instant, readers still see the old revision, and the next run finds the content that was already stored.
/// The caller holds the slot's lock.
/// </remarks>
public sealed class Synchronizer(
    IRepository repository, IIndexStore store, ITextEmbedder embedder, SyncOptions options, TimeProvider clock)
{
    private readonly ContentKey _key = options.KeyFor(embedder);

    /// <summary>Runs once.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="stop">Asks to stop: the batch at hand is stored, nothing is published.</param>
    /// <param name="cancellation">Gives up at once; what is stored stays, nothing is published.</param>
    /// <exception cref="NeapException">Nothing was published.</exception>
    public async Task<SyncReport> RunAsync(
        SyncRequest request, IProgress<SyncProgress>? progress, CancellationToken stop, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var started = clock.GetTimestamp();
        var target = new Target(request, _key, options.PathRulesKey);
        var (revision, plan) = await PlanAsync(target, cancellation);
        if (target.IsInStep(revision))
        {
            return SyncReport.OfInStep(revision!);
        }

        var run = new RunRecord
        {
            RunId = RunId.Next(clock.GetUtcNow()),
            StartedAt = clock.GetUtcNow(),
            Slot = request.Slot,
            FromCommit = revision?.Commit,
            ToCommit = request.Tip.Commit,
            Status = RunStatus.Running,
            Source = request.Source,
            ProcessId = Environment.ProcessId,
        };
        var attempt = new Attempt(repository, store, embedder, options, clock);
        var report = await attempt.RunAsync(target, plan, run, progress, new Stopping(stop, cancellation));
        return report with
        {
            FromCommit = revision?.Commit,
            Branch = request.Tip.Branch,
            Duration = clock.GetElapsedTime(started),
        };
    }

    private async Task<(Revision? Revision, Plan Plan)> PlanAsync(Target target, CancellationToken cancellation)
    {
        await using var index = await store.OpenSnapshotAsync(cancellation);
        var revision = await index.FindRevisionAsync(target.Request.Slot, cancellation);
        if (target.IsInStep(revision))
        {
            return (revision, new Plan(revision!.Tree, Compared.Nothing, []));
        }

        await RefuseOtherEmbedderAsync(index, target.Request, cancellation);
        return (revision, await new Planner(repository, index, options).MakeAsync(target, revision, cancellation));
    }

    private async Task RefuseOtherEmbedderAsync(
        IIndexSnapshot index, SyncRequest request, CancellationToken cancellation)
    {
        if (request.Distrust.All)
        {
            return;
        }

        foreach (var revision in await index.RevisionsAsync(cancellation))
        {
            if (revision.Slot.Collection == request.Collection
                && (revision.Content.Embedder, revision.Content.Dimensions) != (_key.Embedder, _key.Dimensions))
            {
                throw SyncFailures.OtherEmbedder(revision.Slot, revision.Content, embedder);
            }
        }
    }
}
