using Neap.Content;
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
        var prepared = await new Preparation(source, store, embedder, options, clock).PrepareAsync(requests, cancellation);
        var carried = await CarriedAsync(prepared, cancellation);
        var attempt = new Attempt(source, store, embedder, options, clock);
        var parts = new List<Part>();
        IReadOnlyList<SyncReport> reports;
        try
        {
            foreach (var one in prepared)
            {
                parts.Add(carried.Contains(one.Target.Request.Slot)
                    ? CarriedPart(one)
                    : await WorkAsync(attempt, one, progress, new Stopping(stop, cancellation)));
            }

            if (parts.Exists(part => part.Report.Status == SyncStatus.Interrupted))
            {
                return await StopAsync(attempt, parts);
            }

            var started = clock.GetTimestamp();
            await PublishAsync(parts, cancellation);
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

    /// <summary>
    /// The services that move along without a run. One whose last run was cut short gets a run of its own, which puts an end
    /// to that.
    /// </summary>
    private async Task<HashSet<Slot>> CarriedAsync(IReadOnlyList<Prepared> prepared, CancellationToken cancellation)
    {
        var carried = prepared.Where(one => prepared.Count > 1 && one.IsCarried).Select(one => one.Target.Request.Slot).ToHashSet();
        if (carried.Count > 0 && await IsAnyCutShortAsync(cancellation))
        {
            var runs = await store.Ledger.RunsAsync(new RunQuery { Limit = int.MaxValue }, cancellation);
            carried.ExceptWith(runs.DistinctBy(run => run.Slot).Where(run => run.IsUnfinished).Select(run => run.Slot));
        }

        return carried;
    }

    private async Task<bool> IsAnyCutShortAsync(CancellationToken cancellation) =>
        (await store.Ledger.RunsAsync(new RunQuery { Limit = 1, Unfinished = true }, cancellation)).Count > 0;

    private async Task PublishAsync(List<Part> parts, CancellationToken cancellation)
    {
        var publications = parts.Select(part => part.Publication).OfType<Publication>().ToArray();
        var carried = parts.Select(part => part.Carried).OfType<Revision>().ToArray();
        if (publications is [var only] && carried.Length == 0)
        {
            await store.PublishAsync(only, cancellation);
        }
        else if (publications.Length + carried.Length > 0)
        {
            await store.PublishAllAsync(publications, carried, cancellation);
        }
    }

    private static async Task<IReadOnlyList<SyncReport>> StopAsync(Attempt attempt, List<Part> parts)
    {
        var reports = new List<SyncReport>();
        foreach (var part in parts)
        {
            reports.Add(part switch
            {
                { Publication: { } unpublished } => await attempt.StopAsync(unpublished.Run, part.Report),
                { Carried: not null } => part.Report with { Status = SyncStatus.Interrupted },
                _ => part.Report,
            });
        }

        return reports;
    }

    private Part CarriedPart(Prepared prepared)
    {
        var (request, before) = (prepared.Target.Request, prepared.Revision!);
        var revision = before with
        {
            Commit = request.Tip.Commit,
            Tree = prepared.Plan.Tree,
            Branch = request.Tip.Branch,
            WorkingTree = request.WorkingTree is not null,
            PublishedAt = clock.GetUtcNow(),
        };
        var report = SyncReport.OfInStep(revision) with
        {
            Status = SyncStatus.Completed,
            FromCommit = before.Commit,
            Compared = prepared.Plan.Compared,
            Duration = prepared.Took,
            Notes = request.Notes,
        };
        return new Part(report, null) { Carried = revision };
    }

    private async Task<Part> WorkAsync(
        Attempt attempt, Prepared prepared, IProgress<SyncProgress>? progress, Stopping stopping)
    {
        var (target, revision, plan) = prepared;
        var request = target.Request;
        if (prepared.IsInStep)
        {
            return new Part(SyncReport.OfInStep(revision!) with { Notes = request.Notes }, null);
        }

        var started = clock.GetTimestamp();
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
            Duration = prepared.Took + clock.GetElapsedTime(started),
            Notes = [.. request.Notes, .. plan.BareFolders.Select(Bare), .. draft.Report.Notes],
        };
        return new Part(report, draft.Publication);
    }

    private static string Bare(RepoPath folder) => $"{folder} holds no file of the commit; `{ServiceFile.Name}` names it.";

    /// <param name="Report">What was done.</param>
    /// <param name="Publication">What is left to make visible; null where nothing is, and for what is carried.</param>
    private sealed record Part(SyncReport Report, Publication? Publication)
    {
        /// <summary>The revision that moves along without a change of files.</summary>
        public Revision? Carried { get; init; }
    }
}
