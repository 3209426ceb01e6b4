using Neap.Core;

namespace Neap.Sync;

/// <summary>Takes a repository out of an index.</summary>
public static class Retirement
{
    /// <summary>Gives up slots, all of them together; the caller holds their locks.</summary>
    /// <exception cref="NeapException">Nothing changed.</exception>
    public static async Task OfSlotsAsync(
        IIndexStore store, IReadOnlyCollection<Slot> slots, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(clock);
        var publications = new List<Publication>();
        await using (var index = await store.OpenSnapshotAsync(cancellation))
        {
            foreach (var revision in (await index.RevisionsAsync(cancellation)).Where(revision => slots.Contains(revision.Slot)))
            {
                var files = await index.FilesAsync(revision.Slot, cancellation)
                    .Select(file => (FileMapChange)new FileMapChange.Remove(file.Path))
                    .ToListAsync(cancellation);
                var run = RunOf(revision, files.Count, clock.GetUtcNow());
                publications.Add(new Publication(revision, files, run, LineOutcomes.None(run.RunId)) { Retires = true });
            }
        }

        await store.PublishAllAsync(publications, [], cancellation);
    }

    private static RunRecord RunOf(Revision revision, int files, DateTimeOffset now) => new()
    {
        RunId = RunId.Next(now),
        StartedAt = now,
        CompletedAt = now,
        Slot = revision.Slot,
        FromCommit = revision.Commit,
        ToCommit = new CommitId(ObjectId.None),
        Status = RunStatus.Completed,
        ProcessId = Environment.ProcessId,
        Counts = new RunCounts(files, files, 0, 0),
    };
}
