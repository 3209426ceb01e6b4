using Neap.Core;
using Neap.Vectors.Sqlite;

namespace Neap.Vectors.Servers;

/// <summary>Carries what the outbox holds to the server: new entries first, then the flip, old entries last.</summary>
/// <remarks>
/// Whatever is interrupted is done again from the outbox, and doing it again changes nothing: what the server holds at a
/// path is compared with what the local index holds there. Where another local index has written to the slot, or an
/// earlier one that was lost, everything is compared.
/// </remarks>
/// <param name="local">The local index.</param>
/// <param name="server">The server.</param>
/// <param name="pace">How many calls are under way at once, and how many paths one is about.</param>
internal sealed class Courier(SqliteIndexStore local, IPointServer server, CourierPace pace)
{
    /// <summary>Calls that are prepared for each worker, so that none waits for the slowest.</summary>
    private const int CallsAhead = 8;

    /// <summary>Brings the server in step with the local index, for one slot.</summary>
    /// <exception cref="NeapException">The server does not answer; what is left stays in the outbox.</exception>
    public async Task DeliverAsync(Revision revision, CancellationToken cancellation)
    {
        var collection = CollectionNames.Of(revision);
        var isNew = await server.EnsureAsync(collection, revision.Content.Dimensions, cancellation);
        var reading = new PointReading(revision);
        await TakeOverAsync(collection, reading, isNew, cancellation);
        var own = await GenerationsAsync(revision, cancellation);
        await ForEachAsync(revision, state: 0, async (paths, token) =>
        {
            var retires = await SendAsync(collection, reading, paths, own, token);
            await local.WriteAsync(
                database =>
                {
                    Outbox.NoteSent(database, revision.Slot, [.. retires]);
                    Outbox.Remove(database, revision.Slot, [.. paths.Except(retires)]);
                },
                token);
        }, cancellation);
        await local.WriteAsync(database => Outbox.Show(database, revision.Slot, own.Target), cancellation);
        await ForEachAsync(revision, Outbox.Sent, async (paths, token) =>
        {
            var there = await server.AtAsync(collection, reading, paths, token);
            await server.DeleteAsync(
                collection, [.. there.Where(point => point.Retired <= own.Target).Select(point => point.Id)], token);
            await local.WriteAsync(database => Outbox.Remove(database, revision.Slot, paths), token);
        }, cancellation);
    }

    /// <summary>Where the slot is no longer as it was left, everything is sent, and everything else goes.</summary>
    private async Task TakeOverAsync(string collection, PointReading reading, bool isNew, CancellationToken cancellation)
    {
        var own = await GenerationsAsync(reading.Revision, cancellation);
        if (!isNew && !await Ownership.IsLostAsync(server, collection, reading, own, own.Shown > 0, cancellation))
        {
            return;
        }

        var (held, latest) = (new HashSet<RepoPath>(), 0L);
        await foreach (var point in server.AllAsync(collection, reading, cancellation))
        {
            held.Add(point.Entry.Path);
            latest = Math.Max(latest, Math.Max(point.Born, point.Retired == Point.Never ? 0 : point.Retired));
        }

        await local.WriteAsync(database => Outbox.AddAll(database, reading.Revision.Slot, held, latest), cancellation);
    }

    private ValueTask<Generations> GenerationsAsync(Revision revision, CancellationToken cancellation) =>
        local.ReadAsync(database => Outbox.GenerationsOf(database, revision.Slot), cancellation);

    private async Task ForEachAsync(
        Revision revision, int state, Func<IReadOnlyList<RepoPath>, CancellationToken, Task> deliver, CancellationToken cancellation)
    {
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = pace.Workers, CancellationToken = cancellation };
        while (true)
        {
            var paths = await local.ReadAsync(
                database => Outbox.Next(database, revision.Slot, state, pace.Paths * pace.Workers * CallsAhead), cancellation);
            if (paths.Count == 0)
            {
                return;
            }

            await Parallel.ForEachAsync(paths.Chunk(pace.Paths), atOnce, async (some, token) => await deliver(some, token));
        }
    }

    /// <summary>What is new is born with the next generation, what is no longer wanted is retired by it; readers see neither yet.</summary>
    /// <returns>The paths at which something is retired.</returns>
    private async Task<HashSet<RepoPath>> SendAsync(
        string collection, PointReading reading, IReadOnlyList<RepoPath> paths, Generations own, CancellationToken cancellation)
    {
        var there = (await server.AtAsync(collection, reading, paths, cancellation)).ToDictionary(point => point.Id);
        var wanted = (await WantedAsync(reading.Revision, paths, own.Target, cancellation)).ToDictionary(point => point.Id);
        var changes = new List<Point>();
        foreach (var point in wanted.Values)
        {
            var old = there.GetValueOrDefault(point.Id);
            if (old is null || own.IsStrange(old.Born) || !old.IsSameAs(point))
            {
                changes.Add(old?.IsVisibleAt(own.Shown) == true ? point with { Born = old.Born } : point);
            }
        }

        var gone = there.Values.Where(point => !wanted.ContainsKey(point.Id)).ToList();
        changes.AddRange(gone.Where(point => point.Retired > own.Target).Select(point => point with { Retired = own.Target }));
        await server.UpsertAsync(collection, changes, cancellation);
        return [.. gone.Select(point => point.Entry.Path)];
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
