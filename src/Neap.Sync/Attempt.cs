using Neap.Core;

namespace Neap.Sync;

/// <summary>One run, from its first record to what it wants to publish.</summary>
internal sealed class Attempt(
    IRepository repository, IIndexStore store, ITextEmbedder embedder, SyncOptions options, TimeProvider clock)
{
    private const string GivenUp = "Nothing of the repository belongs to this collection any more, so its entries leave it.";

    private readonly ContentKey _key = options.KeyFor(embedder);

    public async Task<Draft> RunAsync(
        Target target, Plan plan, RunRecord run, IProgress<SyncProgress>? progress, Stopping stopping)
    {
        if (target.Request.Mode == SyncMode.DryRun)
        {
            return new Draft(await LookAsync(target, plan, progress, stopping), null);
        }

        run = run with { Counts = new RunCounts(plan.Differences.Count, 0, 0, 0) };
        await store.Ledger.BeginAsync(run, repository.GitDirectory, stopping.AtOnce);
        try
        {
            return await WriteAsync(target, plan, run, progress, stopping);
        }
        catch (Exception failure)
        {
            await GiveUpAsync(run, failure);
            throw;
        }
    }

    /// <summary>Notes that a run ends without publishing.</summary>
    public Task GiveUpAsync(RunRecord run, Exception failure)
    {
        var status = failure is OperationCanceledException ? RunStatus.Interrupted : RunStatus.Failed;
        return NoteEndAsync(run with { Status = status, CompletedAt = clock.GetUtcNow() });
    }

    /// <summary>Notes that a run ends on request, because one that it belongs together with was stopped.</summary>
    public async Task<SyncReport> StopAsync(RunRecord run, SyncReport report)
    {
        await EndAsync(run with { Status = RunStatus.Interrupted, CompletedAt = clock.GetUtcNow() });
        return report with { Status = SyncStatus.Interrupted, Changes = [] };
    }

    private async Task<Draft> WriteAsync(
        Target target, Plan plan, RunRecord run, IProgress<SyncProgress>? progress, Stopping stopping)
    {
        var distrust = target.Request.Distrust;
        var wanted = Wanted(plan);
        var forget = distrust.All ? wanted : wanted.Where(distrust.Blobs.Contains).ToHashSet();
        await store.ForgetAsync(_key, forget, stopping.AtOnce);
        var known = await KnownAsync(wanted, stopping.AtOnce);
        wanted.ExceptWith(known.Keys);
        var book = new LineBook(plan, run.RunId, clock);
        var outcome = Pipeline(stopping).Run(
            wanted,
            (batch, token) => store.PutAsync(_key, batch, book.Of(batch), token),
            Counted(progress, wanted.Count),
            stopping.AtOnce);
        var interrupted = stopping.Asked.IsCancellationRequested;
        var reached = interrupted ? Reached(plan, known, outcome) : plan;
        var report = Report(target, reached, known, outcome) with { RunId = run.RunId };
        return interrupted
            ? new Draft(await StopAsync(run, report), null)
            : new Draft(report, Publication(target, plan, run, report) with { Lines = book.Rest(blob => known[blob].Standing) });
    }

    private async Task<SyncReport> LookAsync(
        Target target, Plan plan, IProgress<SyncProgress>? progress, Stopping stopping)
    {
        var wanted = Wanted(plan);
        var known = (await store.KnownAsync(_key, wanted, stopping.AtOnce))
            .Where(pair => pair.Value.Standing is not Standing.Lost).ToDictionary();
        wanted.ExceptWith(known.Keys);
        var outcome = Pipeline(stopping).Run(
            wanted, null, Counted(progress, wanted.Count), stopping.AtOnce);
        return Report(target, plan, known, outcome) with { Status = SyncStatus.DryRun };
    }

    /// <summary>An interrupted run knows nothing yet of the contents it did not come to.</summary>
    private static Plan Reached(Plan plan, IReadOnlyDictionary<BlobId, KnownBlob> known, Outcome outcome) => plan with
    {
        Differences = [.. plan.Differences.Where(difference => !difference.NeedsContent
            || known.ContainsKey(difference.New!.Blob) || outcome.Find(difference.New.Blob) is not null)],
    };

    private Pipeline Pipeline(Stopping stopping) => new(repository, new ReadingRules(embedder, _key, clock), options, stopping.Asked);

    /// <summary>The contents that decide what the index will hold, each once, in the order of their paths.</summary>
    private static HashSet<BlobId> Wanted(Plan plan)
    {
        var wanted = new HashSet<BlobId>(plan.Differences.Count);
        wanted.UnionWith(plan.Differences.Where(difference => difference.NeedsContent).Select(difference => difference.New!.Blob));
        return wanted;
    }

    private SyncReport Report(
        Target target, Plan plan, IReadOnlyDictionary<BlobId, KnownBlob> known, Outcome outcome)
    {
        var alreadyDone = plan.Differences.LongCount(
            difference => difference.NeedsContent && known.ContainsKey(difference.New!.Blob));
        return new SyncReport
        {
            Status = SyncStatus.Completed,
            Slot = target.Request.Slot,
            ToCommit = target.Request.Tip.Commit,
            Tree = plan.Tree,
            Compared = plan.Compared,
            Changes = ChangeList.Make(plan.Differences, FateOf),
            Tiers = options.Tiers,
            FilesProcessed = plan.Differences.LongCount(difference => difference.NeedsContent) - alreadyDone,
            FilesAlreadyDone = alreadyDone,
            TextsEmbedded = outcome.TextsEmbedded,
            ContentsRead = outcome.Count,
            BytesRead = outcome.BytesRead,
            Notes = target.Request.GivesUp ? [GivenUp] : [],
        };

        ChangeList.Fate FateOf(BlobId blob) => outcome.Find(blob) is { } read
            ? new ChangeList.Fate(read.Standing, read.SizeBytes, IsNew: true)
            : new ChangeList.Fate(known[blob].Standing, known[blob].SizeBytes, IsNew: false);
    }

    private Publication Publication(Target target, Plan plan, RunRecord run, SyncReport report)
    {
        var now = clock.GetUtcNow();
        var revision = new Revision
        {
            Slot = target.Request.Slot,
            Commit = target.Request.Tip.Commit,
            Tree = plan.Tree,
            Branch = target.Request.Tip.Branch,
            Content = target.Content,
            PathRules = target.Remembered,
            Since = target.Request.Since,
            WorkingTree = target.Request.WorkingTree is not null,
            Incomplete = report.Changes.Any(change => change.Cause is { } cause && Absence.Is(cause)),
            PublishedAt = now,
        };
        var files = plan.Differences.Select(MapChange).ToArray();
        var end = run with { Status = RunStatus.Completed, CompletedAt = now };
        return new Publication(revision, files, end, LineOutcomes.None(run.RunId))
        {
            Retires = target.Request.GivesUp,
        };
    }

    private static FileMapChange MapChange(Difference difference) => difference.New is { } file
        ? new FileMapChange.Put(difference.Path, file.Blob, file.Mode, difference.Skip)
        : new FileMapChange.Remove(difference.Path);

    /// <summary>What is known and stays so; content that was absent last time is forgotten, and so asked for again.</summary>
    private async Task<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
        HashSet<BlobId> wanted, CancellationToken cancellation)
    {
        var known = await store.KnownAsync(_key, wanted, cancellation);
        var absent = known.Where(pair => Absence.Is(pair.Value.Standing)).Select(pair => pair.Key).ToHashSet();
        if (absent.Count == 0)
        {
            return known;
        }

        await store.ForgetAsync(_key, absent, cancellation);
        return known.Where(pair => !absent.Contains(pair.Key)).ToDictionary();
    }

    /// <summary>Recorded even where the caller gave up: a run must not stay open.</summary>
    private ValueTask EndAsync(RunRecord run) => store.Ledger.EndAsync(run, CancellationToken.None);

    /// <summary>The run already fails for a reason worth more than this note; the next run marks it as interrupted.</summary>
    private async Task NoteEndAsync(RunRecord run)
    {
        try
        {
            await EndAsync(run);
        }
        catch (NeapException unwritten) when (unwritten.Kind is not FailureKind.Usage)
        {
            System.Diagnostics.Debug.WriteLine(unwritten.Message);
        }
    }

    private static Counter? Counted(IProgress<SyncProgress>? progress, int total) =>
        progress is null ? null : new Counter(progress, total);

    private sealed class Counter(IProgress<SyncProgress> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new SyncProgress(value, total));
    }
}

/// <summary>What a run comes to.</summary>
/// <param name="Report">What it did.</param>
/// <param name="Publication">What is left to make visible; null for a dry run and where it was stopped.</param>
internal sealed record Draft(SyncReport Report, Publication? Publication);

/// <summary>The two ways a run is asked to end.</summary>
/// <param name="Asked">Finish the batch at hand.</param>
/// <param name="AtOnce">Give up.</param>
internal readonly record struct Stopping(CancellationToken Asked, CancellationToken AtOnce);
