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
        SyncRequest request, IProgress<SyncProgress>? progress, CancellationToken stop, CancellationToken cancellation) =>
        (await RunAsync([request], progress, stop, cancellation))[0];

    /// <summary>Runs once for each of several slots and makes all of them visible together.</summary>
    /// <remarks>Stopped half way, none of them is published; what was stored is kept for the next run.</remarks>
    /// <param name="requests">What to do, each for another slot of this repository.</param>
    /// <param name="progress">Told how far each is; may be null.</param>
    /// <param name="stop">Asks to stop: the batch at hand is stored, nothing is published.</param>
    /// <param name="cancellation">Gives up at once; what is stored stays, nothing is published.</param>
    /// <exception cref="NeapException">Nothing was published.</exception>
    public async Task<IReadOnlyList<SyncReport>> RunAsync(
        IReadOnlyList<SyncRequest> requests,
        IProgress<SyncProgress>? progress,
        CancellationToken stop,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var source = requests.Count > 1 ? new RememberedTrees(repository) : repository;
        var attempt = new Attempt(source, store, embedder, options, clock);
        var parts = new List<Part>();
        IReadOnlyList<SyncReport> reports;
        try
        {
            foreach (var request in requests)
            {
                parts.Add(await PrepareAsync(source, attempt, request, progress, new Stopping(stop, cancellation)));
            }

            if (parts.Exists(part => part.Report.Status == SyncStatus.Interrupted))
            {
                return await StopAsync(attempt, parts);
            }

            var started = clock.GetTimestamp();
            await PublishAsync([.. parts.Where(part => part.Publication is not null).Select(part => part.Publication!)], cancellation);
            var took = clock.GetElapsedTime(started);
            reports = [.. parts.Select(part => part.Publication is null
                ? part.Report
                : part.Report with { Duration = part.Report.Duration + took })];
        }
        catch (Exception failure)
        {
            foreach (var open in parts.Where(part => part.Publication is not null))
            {
                await attempt.GiveUpAsync(open.Publication!.Run, failure);
            }

            throw;
        }

        return parts.Exists(part => part.Publication is not null)
            ? await Afterwork.OptimizedAsync(store, reports, stop, cancellation)
            : reports;
    }

    private ValueTask PublishAsync(IReadOnlyList<Publication> publications, CancellationToken cancellation) =>
        publications is [var only] ? store.PublishAsync(only, cancellation) : store.PublishAllAsync(publications, cancellation);

    private static async Task<IReadOnlyList<SyncReport>> StopAsync(Attempt attempt, List<Part> parts)
    {
        var reports = new List<SyncReport>();
        foreach (var part in parts)
        {
            reports.Add(part.Publication is { } unpublished ? await attempt.StopAsync(unpublished.Run, part.Report) : part.Report);
        }

        return reports;
    }

    private async Task<Part> PrepareAsync(
        IRepository source, Attempt attempt, SyncRequest request, IProgress<SyncProgress>? progress, Stopping stopping)
    {
        var started = clock.GetTimestamp();
        var target = new Target(request, _key, options.PathRulesFor(request.Scope));
        var (revision, plan) = await PlanAsync(source, target, stopping.AtOnce);
        target = request.GivesUp && revision is not null ? target with { Content = revision.Content } : target;
        if (target.IsInStep(revision))
        {
            return new Part(SyncReport.OfInStep(revision!) with { Notes = request.Notes }, null);
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
        var draft = await attempt.RunAsync(target, plan, run, progress, stopping);
        var report = draft.Report with
        {
            FromCommit = revision?.Commit,
            Branch = request.Tip.Branch,
            Duration = clock.GetElapsedTime(started),
            Notes = [.. request.Notes, .. draft.Report.Notes],
        };
        return new Part(report, draft.Publication);
    }

    private sealed record Part(SyncReport Report, Publication? Publication);

    private async Task<(Revision? Revision, Plan Plan)> PlanAsync(
        IRepository source, Target target, CancellationToken cancellation)
    {
        await using var index = await store.OpenSnapshotAsync(cancellation);
        var revision = target.Request.Mode == SyncMode.DryRun
            ? await index.FindRevisionAsync(target.Request.Slot, cancellation)
            : await index.FindHeldRevisionAsync(target.Request.Slot, cancellation);
        if (target.IsInStep(revision))
        {
            return (revision, new Plan(revision!.Tree, Compared.Nothing, []));
        }

        await RefuseOtherEmbedderAsync(index, target.Request, cancellation);
        return (revision, await new Planner(source, index, options).MakeAsync(target, revision, cancellation));
    }

    private async Task RefuseOtherEmbedderAsync(
        IIndexSnapshot index, SyncRequest request, CancellationToken cancellation)
    {
        if (request.Distrust.All || request.GivesUp)
        {
            return;
        }

        await EmbedderCheck.EnsureAsync(index, request.Collection, embedder, cancellation);
    }
}
