using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>What a part of a feed starts from.</summary>
/// <param name="Revision">What the slot's index equals; null where it was never synced.</param>
/// <param name="Tree">The tree of the followed commit; null where there is no commit yet.</param>
/// <param name="Rules">Which paths of that tree stay out.</param>
/// <param name="Run">The run, new or gone on with.</param>
/// <param name="Resumes">True where an earlier attempt of the run may have kept lines.</param>
internal sealed record FeedBase(Revision? Revision, TreeId? Tree, PathRules Rules, RunRecord Run, bool Resumes)
{
    /// <summary>Looks, and opens the run.</summary>
    public static async Task<FeedBase> FindAsync(
        FeedEngine engine, FeedPlace place, Slot slot, CancellationToken cancellation)
    {
        var revision = await RevisionAsync(engine, slot, cancellation);
        TreeId? tree = place.Tip.Commit.Value.IsNull
            ? null
            : await place.Repository.TreeOfAsync(place.Tip.Commit, cancellation);
        var rules = await RulesAsync(place.Repository, tree, cancellation);
        var begun = new FeedBase(revision, tree, rules, NewRun(engine, place, slot, revision), false);
        if (engine.Staging is not { } staging)
        {
            return begun;
        }

        if (await staging.ReopenAsync(slot, engine.Key, Environment.ProcessId, cancellation) is { } earlier)
        {
            return begun with { Run = earlier, Resumes = true };
        }

        await engine.Store.Ledger.BeginAsync(begun.Run, place.Repository.GitDirectory, cancellation);
        return begun;
    }

    /// <summary>The number of the first line that the earlier attempt has kept; null as long as none was seen.</summary>
    public long? FirstKept { get; init; }

    /// <summary>The same start with a run of its own: the earlier attempt was about another input.</summary>
    public async Task<FeedBase> WithNewRunAsync(FeedEngine engine, FeedPlace place, CancellationToken cancellation)
    {
        var run = NewRun(engine, place, Run.Slot, Revision);
        await engine.Store.Ledger.BeginAsync(run, place.Repository.GitDirectory, cancellation);
        return this with { Run = run, Resumes = false };
    }

    private static RunRecord NewRun(FeedEngine engine, FeedPlace place, Slot slot, Revision? revision)
    {
        var now = engine.Rules.Clock!.GetUtcNow();
        return new RunRecord
        {
            RunId = RunId.Next(now),
            StartedAt = now,
            Slot = slot,
            FromCommit = revision?.Commit,
            ToCommit = place.Tip.Commit,
            Status = RunStatus.Running,
            ProcessId = Environment.ProcessId,
            Source = InputSource.Stdin,
        };
    }

    private static async Task<Revision?> RevisionAsync(FeedEngine engine, Slot slot, CancellationToken cancellation)
    {
        await using var index = await engine.Store.OpenSnapshotAsync(cancellation);
        await new EmbedderCheck(index, engine.Rules.Embedder).EnsureAsync(slot.Collection, cancellation);
        var revision = await index.FindRevisionAsync(slot, cancellation);
        return revision is { } made && (made.Content != engine.Key || made.Since is not null)
            ? throw SyncFailures.OtherRules(slot)
            : revision;
    }

    private static async Task<PathRules> RulesAsync(
        IRepository repository, TreeId? tree, CancellationToken cancellation)
    {
        if (tree is not { } known)
        {
            return PathRules.Create(new Dictionary<RepoPath, byte[]>());
        }

        var files = await repository.ListAsync(known, cancellation)
            .Select(file => file.Path).Where(PathRules.IsRuleFile).ToListAsync(cancellation);
        return PathRules.Create(await repository.ReadFilesAsync(known, files, cancellation));
    }
}
