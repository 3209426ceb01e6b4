using Neap.Core;

namespace Neap.Sync;

/// <summary>Recomputes from git what a slot's index should hold and compares entry by entry.</summary>
/// <remarks>Nothing that the index says about content is believed; only which commit and which rules it claims.</remarks>
public sealed class Verifier(IRepository repository, IIndexSnapshot index, ITextEmbedder embedder, SyncOptions options)
{
    /// <summary>Compares.</summary>
    /// <param name="revision">The revision to check.</param>
    /// <param name="workingTree">For a revision of a working tree: the tree that it would commit now.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NeapException">The commit cannot be read, or was made by another embedder.</exception>
    public async Task<VerifyReport> CompareAsync(
        Revision revision, TreeId? workingTree, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var key = options.KeyFor(embedder);
        if ((revision.Content.Embedder, revision.Content.Dimensions) != (key.Embedder, key.Dimensions))
        {
            throw SyncFailures.OtherEmbedder(revision.Slot, revision.Content, embedder);
        }

        var plan = await PlanAsync(revision, workingTree, cancellation);
        var wanted = plan.Differences
            .Where(difference => difference.NeedsContent)
            .Select(difference => difference.New!.Blob)
            .ToHashSet();
        var pipeline = new Pipeline(
            repository, new ReadingRules(embedder, revision.Content, null), options, CancellationToken.None);
        var expected = Expectations.Read(
            take => pipeline.Run(wanted, take, null, cancellation), revision.Content);
        var comparison = new Comparison(expected);
        comparison.AddFiles(plan.Differences);
        await foreach (var entry in index.EntriesAsync(revision.Slot, EntryDetail.WithVectors, cancellation))
        {
            comparison.AddEntry(entry);
        }

        await foreach (var chunk in index.WordlessAsync(revision.Slot, cancellation))
        {
            comparison.AddWordless(chunk);
        }

        return comparison.Finish(revision, plan.Differences);
    }

    /// <summary>Every path of the slot, as a difference: nothing is taken for equal.</summary>
    private Task<Plan> PlanAsync(Revision revision, TreeId? workingTree, CancellationToken cancellation)
    {
        var request = new SyncRequest
        {
            Collection = revision.Slot.Collection,
            Repository = revision.Slot.Repository,
            Tip = new Tip(RefOf(revision.Slot), revision.Branch, revision.Commit),
            WorkingTree = workingTree,
            Since = revision.Since,
            Scope = RememberedRules.ScopeOf(revision),
            Distrust = Distrust.Everything,
        };
        var target = new Target(request, revision.Content, revision.PathRules);
        return new Planner(repository, index, options).MakeAsync(target, null, cancellation);
    }

    private static RefName RefOf(Slot slot) => RefName.TryParse(slot.Ref, out var name) ? name : RefName.Head;
}
