using Neap.Core;

namespace Neap.Sync;

/// <summary>Finds out what is to be done for each of several slots, at one instant of the index.</summary>
internal sealed class Preparation(
    IRepository repository, IIndexStore store, ITextEmbedder embedder, SyncOptions options, TimeProvider clock)
{
    private readonly ContentKey _key = options.KeyFor(embedder);

    /// <summary>Plans for all of them; nothing is written.</summary>
    /// <exception cref="NeapException">One of them cannot be synced.</exception>
    public async Task<IReadOnlyList<Prepared>> PrepareAsync(
        IReadOnlyList<SyncRequest> requests, CancellationToken cancellation)
    {
        await using var index = await store.OpenSnapshotAsync(cancellation);
        var check = new EmbedderCheck(index, embedder);
        var all = new List<Prepared>(requests.Count);
        foreach (var request in requests)
        {
            var started = clock.GetTimestamp();
            var prepared = await PrepareAsync(index, check, request, cancellation);
            all.Add(prepared with { Took = clock.GetElapsedTime(started) });
        }

        return all;
    }

    private async Task<Prepared> PrepareAsync(
        IIndexSnapshot index, EmbedderCheck check, SyncRequest request, CancellationToken cancellation)
    {
        var target = new Target(request, _key, options.PathRulesFor(request.Scope));
        var revision = request.Mode == SyncMode.DryRun
            ? await index.FindRevisionAsync(request.Slot, cancellation)
            : await index.FindHeldRevisionAsync(request.Slot, cancellation);
        if (target.IsInStep(revision))
        {
            return new Prepared(target, revision, new Plan(revision!.Tree, Compared.Nothing, []));
        }

        if (!request.Distrust.All && !request.GivesUp)
        {
            await check.EnsureAsync(request.Collection, cancellation);
        }

        var plan = await new Planner(repository, index, options).MakeAsync(target, revision, cancellation);
        return new Prepared(
            request.GivesUp && revision is not null ? target with { Content = revision.Content } : target, revision, plan);
    }
}

/// <summary>What is to be done for a slot.</summary>
/// <param name="Target">What its revision must say in the end.</param>
/// <param name="Revision">What it says now; null where it was never synced.</param>
/// <param name="Plan">The way from one to the other.</param>
internal sealed record Prepared(Target Target, Revision? Revision, Plan Plan)
{
    /// <summary>How long it took to find out.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>True where the revision already equals the commit.</summary>
    public bool IsInStep => Target.IsInStep(Revision);

    /// <summary>True for a service in which the commit changes nothing: it moves along with the others, without a run.</summary>
    public bool IsCarried => !IsInStep
        && Plan.Differences.Count == 0
        && Revision is { Incomplete: false } revision
        && Target.SameRules(revision)
        && Target.Request is { Mode: SyncMode.Write, GivesUp: false, Scope.HasRest: false };
}
