using Neap.Core;
using Neap.Vectors.Sqlite;

namespace Neap.Vectors.Servers;

/// <summary>Carries what the outbox holds to the server: new entries first, then the flip, old entries last.</summary>
/// <remarks>
/// Whatever is interrupted is done again from the outbox, and doing it again changes nothing: what the server holds at a
/// path is compared with what the local index holds there.
/// </remarks>
internal sealed class Courier(SqliteIndexStore local, IPointServer server)
{
    private const int PathsAtATime = 64;

    /// <summary>Brings the server in step with the local index, for one slot.</summary>
    /// <exception cref="NeapException">The server does not answer; what is left stays in the outbox.</exception>
    public async Task DeliverAsync(Revision revision, CancellationToken cancellation)
    {
        var collection = CollectionNames.Of(revision);
        await server.EnsureAsync(collection, revision.Content.Dimensions, cancellation);
        var reading = new PointReading(revision);
        var (shown, target) = await local.ReadAsync(database => Outbox.Generations(database, revision.Slot), cancellation);
        await ForEachAsync(revision, state: 0, async paths =>
        {
            await SendAsync(collection, reading, paths, (shown, target), cancellation);
            await local.WriteAsync(database => Outbox.NoteSent(database, revision.Slot, paths), cancellation);
        }, cancellation);
        await local.WriteAsync(database => Outbox.Show(database, revision.Slot, target), cancellation);
        await ForEachAsync(revision, Outbox.Sent, async paths =>
        {
            var there = await server.AtAsync(collection, reading, paths, cancellation);
            await server.DeleteAsync(
                collection, [.. there.Where(point => point.Retired <= target).Select(point => point.Id)], cancellation);
            await local.WriteAsync(database => Outbox.Remove(database, revision.Slot, paths), cancellation);
        }, cancellation);
    }

    private async Task ForEachAsync(
        Revision revision, int state, Func<IReadOnlyList<RepoPath>, Task> deliver, CancellationToken cancellation)
    {
        while (true)
        {
            var paths = await local.ReadAsync(
                database => Outbox.Next(database, revision.Slot, state, PathsAtATime), cancellation);
            if (paths.Count == 0)
            {
                return;
            }

            await deliver(paths);
        }
    }

    /// <summary>What is new is born with the next generation, what is no longer wanted is retired by it; readers see neither yet.</summary>
    private async Task SendAsync(
        string collection, PointReading reading, IReadOnlyList<RepoPath> paths, (long Shown, long Target) generation,
        CancellationToken cancellation)
    {
        var there = (await server.AtAsync(collection, reading, paths, cancellation)).ToDictionary(point => point.Id);
        var wanted = (await WantedAsync(reading.Revision, paths, generation.Target, cancellation)).ToDictionary(point => point.Id);
        var changes = new List<Point>();
        foreach (var point in wanted.Values)
        {
            var old = there.GetValueOrDefault(point.Id);
            if (old is null || !old.IsSameAs(point))
            {
                changes.Add(old?.Born <= generation.Shown ? point with { Born = old.Born } : point);
            }
        }

        changes.AddRange(there.Values
            .Where(point => !wanted.ContainsKey(point.Id) && point.Retired > generation.Target)
            .Select(point => point with { Retired = generation.Target }));
        await server.UpsertAsync(collection, changes, cancellation);
    }

    private async Task<List<Point>> WantedAsync(
        Revision revision, IReadOnlyList<RepoPath> paths, long generation, CancellationToken cancellation) =>
        await local.ReadAsync(
            database =>
            {
                var points = new List<Point>();
                using var entries = new EntryRows(database, revision, EntryDetail.WithVectors);
                using var file = database.Prepare(
                    """
                    SELECT f.blob FROM file f JOIN revision r ON r.slot=f.slot
                    WHERE r.collection=?1 AND r.repository=?2 AND r.ref=?3 AND f.path=?4 AND f.blob IS NOT NULL
                    """);
                file.Bind(1, revision.Slot.Collection).Bind(2, revision.Slot.Repository).Bind(3, revision.Slot.Ref);
                foreach (var path in paths)
                {
                    if (file.Bind(4, path.Bytes).Step())
                    {
                        points.AddRange(entries.OfBlob(path, file.Integer(0)).Select(entry => Point.Of(entry, generation)));
                    }

                    file.Reset();
                }

                return points;
            },
            cancellation);
}
