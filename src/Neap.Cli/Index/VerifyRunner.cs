using Neap.Changes;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Which revisions are verified.</summary>
/// <param name="Folder">A repository's folder, absolute; null for all repositories.</param>
/// <param name="Collection">A collection; null for all.</param>
/// <param name="Ref">A ref; null for all.</param>
internal sealed record VerifyFilter(string? Folder, string? Collection, string? Ref);

/// <summary>Verifies revisions one by one and mends them where that was asked for.</summary>
internal sealed class VerifyRunner(CommandHost host, string store, ITextEmbedder embedder)
{
    /// <summary>Verifies all of them; one that cannot be compared does not keep the others from it.</summary>
    /// <exception cref="NeapException">Nothing fits, the only one cannot be compared, or the store or the embedder failed.</exception>
    public async Task<VerifyDocument> RunAsync(VerifyFilter filter, bool repair, CancellationToken cancellation)
    {
        var verified = new Dictionary<Slot, VerifiedDocument>();
        var failed = new Dictionary<Slot, UnverifiedDocument>();
        var revisions = await RevisionsAsync(filter, cancellation);
        foreach (var group in revisions.GroupBy(pair => pair.Known.GitDirectory, pair => pair.Revision))
        {
            await using var place = new VerifiedPlace(group.Key);
            foreach (var revision in group)
            {
                try
                {
                    verified.Add(revision.Slot, await VerifyAsync(place, revision, repair, cancellation));
                }
                catch (NeapException failure) when (revisions.Count > 1 && IsOfOne(failure.Kind))
                {
                    failed.Add(revision.Slot, UnverifiedDocument.Of(revision, failure));
                }
            }
        }

        var slots = revisions.Select(pair => pair.Revision.Slot).ToArray();
        return new VerifyDocument(
            failed.Count == 0 && verified.Values.All(one => one.InStep),
            [.. slots.Where(verified.ContainsKey).Select(slot => verified[slot])],
            [.. slots.Where(failed.ContainsKey).Select(slot => failed[slot])]);
    }

    private async Task<VerifiedDocument> VerifyAsync(
        VerifiedPlace place, Revision revision, bool repair, CancellationToken cancellation)
    {
        var (repository, trees) = await place.OpenAsync(cancellation);
        await using var files = revision.WorkingTree ? await WorkingTree.CaptureAsync(repository, cancellation) : null;
        var source = new Source(files?.View ?? trees, files?.Tree);
        var report = await CompareAsync(source, revision, cancellation);
        return repair && !report.InStep
            ? await RepairAsync(source, report, cancellation)
            : VerifiedDocument.Of(report, repaired: 0);
    }

    /// <summary>True where the trouble is one repository's or one revision's, so that the next one may well be compared.</summary>
    private static bool IsOfOne(FailureKind kind) => ExitCodes.Of(kind) == ExitCodes.Repository
        || kind is FailureKind.HeldByAnother or FailureKind.EmbedderMismatch or FailureKind.IndexDamaged;

    private async Task<IReadOnlyList<(Revision Revision, KnownRepository Known)>> RevisionsAsync(
        VerifyFilter filter, CancellationToken cancellation)
    {
        await using var index = await IndexReading.OpenAsync(host, store, cancellation);
        var known = (await index.RepositoriesAsync(cancellation)).ToDictionary(repository => repository.Name);
        var directory = await DirectoryAsync(filter.Folder, cancellation);
        var revisions = (await index.RevisionsAsync(cancellation))
            .Where(revision => revision.Slot.IsIn(filter.Collection) && revision.Slot.Follows(filter.Ref))
            .Select(revision => (revision, known[revision.Slot.Repository]))
            .Where(pair => directory is null || pair.Item2.GitDirectory == directory)
            .ToArray();
        return revisions.Length > 0 ? revisions : throw new NeapException(
            FailureKind.IndexMissing,
            "The index holds nothing that fits.",
            "Nothing was changed. `neap index status` lists what there is; `neap index sync` adds a repository.");
    }

    private static async Task<string?> DirectoryAsync(string? folder, CancellationToken cancellation)
    {
        if (folder is null)
        {
            return null;
        }

        await using var repository = await GitRepository.OpenAsync(folder, new GitOptions(), cancellation);
        return repository.GitDirectory;
    }

    private async Task<VerifyReport> CompareAsync(
        Source source, Revision revision, CancellationToken cancellation)
    {
        await using var index = await IndexReading.OpenAsync(host, store, cancellation);
        var verifier = new Verifier(source.Repository, index, embedder, OptionsOf(revision));
        return await verifier.CompareAsync(revision, source.WorkingTree, cancellation);
    }

    private async Task<VerifiedDocument> RepairAsync(
        Source source, VerifyReport report, CancellationToken cancellation)
    {
        var revision = report.Revision;
        await using var held = await Stores.HoldAsync(host, store, [revision.Slot], OptionsOf(revision), cancellation);
        var synchronizer = new Synchronizer(source.Repository, held.Store, embedder, OptionsOf(revision), host.Clock);
        await synchronizer.RunAsync(RequestOf(source, report), null, host.Interrupt, cancellation);
        var after = await CompareAsync(source, revision, cancellation);
        return VerifiedDocument.Of(after, report.Differences.Count);
    }

    private static SyncRequest RequestOf(Source source, VerifyReport report) => new()
    {
        Collection = report.Revision.Slot.Collection,
        Repository = report.Revision.Slot.Repository,
        Tip = new Tip(
            RefName.TryParse(report.Revision.Slot.Ref, out var name) ? name : RefName.Head,
            report.Revision.Branch,
            report.Revision.Commit),
        WorkingTree = source.WorkingTree,
        Since = report.Revision.Since,
        Scope = RememberedRules.ScopeOf(report.Revision),
        Distrust = new Distrust(
            false,
            report.Differences.Select(difference => difference.Path).ToHashSet(),
            report.Differences.Select(difference => difference.Blob).OfType<BlobId>().ToHashSet()),
    };

    /// <summary>The rules that made the revision, so that it is compared with what it claims.</summary>
    private static SyncOptions OptionsOf(Revision revision) => new()
    {
        Tiers = TierLimits.Default with { ReferenceBytes = revision.Content.LimitBytes },
        Lexical = revision.Content.Lexical,
        SkipVendored = RememberedRules.SkipsVendored(revision),
        SkipSecrets = RememberedRules.SkipsSecrets(revision),
    };

    /// <summary>Where the truth is read: the repository, or the working tree as it would be committed.</summary>
    private sealed record Source(IRepository Repository, TreeId? WorkingTree);
}
