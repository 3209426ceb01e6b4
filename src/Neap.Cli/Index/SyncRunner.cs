using Neap.Changes;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Composes repository, store and embedder for one run.</summary>
internal sealed class SyncRunner(CommandHost host, SyncSettings settings, ITextEmbedder embedder)
{
    private const string NoCommit = "The branch has no commit yet, so its index is empty.";

    /// <summary>Syncs the repository a folder belongs to, service by service, and its submodules where that was asked for.</summary>
    public async Task<IReadOnlyList<SyncReport>> RunAsync(string folder, CancellationToken cancellation)
    {
        await using var repository = await GitRepository.OpenAsync(folder, new GitOptions(), cancellation);
        var tip = await repository.TipAsync(settings.Ref, cancellation) ?? Unborn();
        var (request, inStep) = await LookAsync(repository, tip, cancellation);
        var reports = (inStep ?? await RunAsync(repository, request, cancellation)).ToList();
        if (settings.Purpose != SyncPurpose.Sync && !settings.IsCollectionAsked && settings.Service is null)
        {
            reports = await WithOtherCollectionsAsync(repository, request, reports, cancellation);
        }

        if (tip.Commit == Unborn().Commit)
        {
            reports[0] = reports[0] with { Notes = [NoCommit] };
        }

        if (settings.Submodules && reports.TrueForAll(report => report.Status is not SyncStatus.Interrupted))
        {
            reports.AddRange(await new SubmoduleRunner(host, settings, this).RunAsync(repository, request, cancellation));
        }

        return reports;
    }

    /// <summary>Nobody named a collection, so what failed or was cut short in another one of the repository is meant, too.</summary>
    private async Task<List<SyncReport>> WithOtherCollectionsAsync(
        GitRepository repository, SyncRequest request, List<SyncReport> reports, CancellationToken cancellation)
    {
        var known = (await DivideAsync(repository, request, cancellation)).Select(part => part.Slot).ToArray();
        var purposes = new Purposes(await LedgerAsync(cancellation), settings.Purpose);
        foreach (var collection in await purposes.OtherCollectionsAsync(known, cancellation))
        {
            reports.AddRange(await RunAsync(repository, request with { Collection = collection }, cancellation));
        }

        var busy = reports.Where(report => report.Status != SyncStatus.NothingToDo).ToList();
        return busy.Count > 0 ? busy : reports;
    }

    private Task<ILedger> LedgerAsync(CancellationToken cancellation) => IndexReading.LedgerAsync(host, settings.Store, cancellation);

    private async Task<SyncReport> NothingAsync(Slot slot, string note, CancellationToken cancellation)
    {
        await using var index = await IndexReading.OpenOrAbsentAsync(host, settings.Store, cancellation);
        var report = await index.FindRevisionAsync(slot, cancellation) is { } revision
            ? SyncReport.OfInStep(revision)
            : new SyncReport { Status = SyncStatus.InStep, Slot = slot, ToCommit = null };
        return report with { Status = SyncStatus.NothingToDo, Notes = [note] };
    }

    /// <summary>Brings the slots of one repository in step, all of them together.</summary>
    public async Task<IReadOnlyList<SyncReport>> RunAsync(
        GitRepository repository, SyncRequest request, CancellationToken cancellation)
    {
        if (!settings.WorkingTree)
        {
            return await RunAsync((IRepository)repository, request, cancellation);
        }

        await using var files = await WorkingTree.CaptureAsync(repository, cancellation);
        return await RunAsync((IRepository)files.View, request with { WorkingTree = files.Tree }, cancellation);
    }

    private async Task<IReadOnlyList<SyncReport>> RunAsync(
        IRepository repository, SyncRequest whole, CancellationToken cancellation)
    {
        using var progress = ProgressLine.For(host, settings.Quiet);
        var requests = await DivideAsync(repository, whole, cancellation);
        if (settings.Purpose != SyncPurpose.Sync)
        {
            var (adapted, note) = await new Purposes(await LedgerAsync(cancellation), settings.Purpose).AdaptAsync(requests, cancellation);
            if (adapted.Count == 0)
            {
                return [await NothingAsync(requests[0].Slot, note, cancellation)];
            }

            requests = adapted;
        }

        if (whole.Mode == SyncMode.DryRun)
        {
            await using var readable = await Stores.OpenOrAbsentAsync(host, settings.Store, cancellation);
            return await Synchronizer(repository, readable).RunAsync(requests, progress, host.Interrupt, cancellation);
        }

        await using var held = await Turn.WaitAsync(
            host,
            settings,
            () => Stores.HoldAsync(host, settings.Store, [.. requests.Select(request => request.Slot)], settings.Options, cancellation),
            host.Interrupt);
        var store = new ResilientStore(host.Stores(held.Store), new Guard("index store", host.Pauses ?? host.Clock));
        var reports = await Synchronizer(repository, store).RunAsync(requests, progress, host.Interrupt, cancellation);
        reports = await Failures.CountedAsync(reports, store.Ledger, cancellation);
        return whole.Distrust.All && reports.All(report => report.Status == SyncStatus.Completed)
            ? await Afterwork.CompactedAsync(held.Store, reports, host.Interrupt, cancellation)
            : reports;
    }

    private async Task<IReadOnlyList<SyncRequest>> DivideAsync(
        IRepository repository, SyncRequest whole, CancellationToken cancellation)
    {
        await using var index = await IndexReading.OpenOrAbsentAsync(host, settings.Store, cancellation);
        var revisions = await index.RevisionsAsync(cancellation);
        var requests = await ServiceRequests.DivideAsync(repository, whole, revisions, settings.Service, cancellation);
        return whole.Repository == settings.Name ? FormerSlots.With(requests, settings.Former, revisions) : requests;
    }

    private Synchronizer Synchronizer(IRepository repository, IIndexStore store) =>
        new(repository, store, embedder, settings.Options, host.Clock);

    /// <summary>
    /// What is asked for, and the reports where the index is in step already. That is the shortest way: the index is
    /// opened once, no lock is taken, git is not asked and nothing is opened for writing.
    /// </summary>
    private async Task<(SyncRequest Request, IReadOnlyList<SyncReport>? InStep)> LookAsync(
        GitRepository repository, Tip tip, CancellationToken cancellation)
    {
        await using var index = await IndexReading.OpenOrAbsentAsync(host, settings.Store, cancellation);
        var request = await RequestAsync(repository, tip, index, cancellation);
        var asksMore = settings.WorkingTree || settings.Service is not null || settings.Purpose != SyncPurpose.Sync;
        var rest = asksMore ? null : await FindAsync(index, request.Slot, cancellation);
        if (rest is null || !RememberedRules.ScopeOf(rest).HasRest || !IsInStep(request, rest))
        {
            return (request, null);
        }

        var all = RememberedRules.ScopeOf(rest).IsWhole
            ? [rest]
            : ServiceRequests.Siblings(rest, request, await index.RevisionsAsync(cancellation));
        var isLeft = await IsOutOfStepAsync(index, request, all.Where(revision => revision.Slot != rest.Slot), cancellation)
            || await IsElsewhereAsync(index, all, cancellation);
        return (request, isLeft ? null : [.. all.Select(SyncReport.OfInStep)]);
    }

    /// <summary>A run that writes nothing asks no server.</summary>
    private ValueTask<Revision?> FindAsync(IIndexSnapshot index, Slot slot, CancellationToken cancellation) =>
        settings.Mode == SyncMode.DryRun ? index.FindRevisionAsync(slot, cancellation) : index.FindHeldRevisionAsync(slot, cancellation);

    private async Task<bool> IsOutOfStepAsync(
        IIndexSnapshot index, SyncRequest request, IEnumerable<Revision> others, CancellationToken cancellation)
    {
        foreach (var revision in others)
        {
            if (!IsInStep(request, await FindAsync(index, revision.Slot, cancellation)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where something is left in a place that the repository was followed in before.</summary>
    private async Task<bool> IsElsewhereAsync(
        IIndexSnapshot index, IReadOnlyList<Revision> here, CancellationToken cancellation) => settings.Former.Count > 0
        && FormerSlots.Find(
            settings.Former, await index.RevisionsAsync(cancellation), [.. here.Select(revision => revision.Slot)]).Count > 0;

    private bool IsInStep(SyncRequest request, Revision? revision)
    {
        if (revision is null)
        {
            return false;
        }

        var rules = settings.Options.PathRulesFor(RememberedRules.ScopeOf(revision));
        return new Target(request, settings.Options.KeyFor(embedder), rules).IsInStep(revision);
    }

    private async Task<SyncRequest> RequestAsync(
        GitRepository repository, Tip tip, IIndexSnapshot index, CancellationToken cancellation) => new()
    {
        Collection = settings.Collection,
        Repository = settings.Name ?? await NameAsync(repository, index, cancellation),
        Tip = tip,
        Since = settings.Since is null ? null : await CommitAsync(repository, settings.Since, cancellation),
        Mode = settings.Mode,
        Distrust = settings.Distrust,
        Thorough = settings.Thorough,
    };

    private static async Task<string> NameAsync(
        GitRepository repository, IIndexSnapshot index, CancellationToken cancellation)
    {
        var known = await index.RepositoriesAsync(cancellation);
        return RepositoryNames.Choose(repository.GitDirectory, repository.FolderName, known, Directory.Exists);
    }

    private static async Task<CommitId> CommitAsync(GitRepository repository, string text, CancellationToken cancellation)
    {
        var tip = await repository.TipAsync(SlotOptions.RefOf(text), cancellation);
        return tip?.Commit ?? throw new NeapException(
            FailureKind.RefNotFound,
            $"{text} has no commit to compare with.",
            "Nothing was done. Name a commit, branch or tag that exists.");
    }

    /// <summary>A branch without a commit is followed too: its index is empty.</summary>
    private Tip Unborn() => new(settings.Ref, null, new CommitId(ObjectId.None));
}
