using System.Runtime.CompilerServices;
using Neap.Core;
using Neap.Vectors.Sqlite;

namespace Neap.Vectors.Servers;

/// <summary>File maps and words from the local index, entries and neighbours from the server, of one generation.</summary>
public sealed class ServerSnapshot : IIndexSnapshot
{
    private const int PathsAtATime = 64;

    private readonly SqliteSnapshot _local;
    private readonly IPointServer _server;

    internal ServerSnapshot(SqliteSnapshot local, IPointServer server) => (_local, _server) = (local, server);

    /// <inheritdoc/>
    /// <remarks>A revision that the server has not been told completely counts as incomplete: the next sync goes on.</remarks>
    public async ValueTask<Revision?> FindRevisionAsync(Slot slot, CancellationToken cancellation) =>
        await _local.FindRevisionAsync(slot, cancellation) is { } revision ? Seen(revision) : null;

    /// <inheritdoc/>
    /// <remarks>
    /// So does one that was removed from the server, or that another local index wrote over there. While the server does
    /// not answer, what it was told is all that is known.
    /// </remarks>
    /// <exception cref="NeapException">The server refuses the key.</exception>
    public async ValueTask<Revision?> FindHeldRevisionAsync(Slot slot, CancellationToken cancellation)
    {
        var seen = await FindRevisionAsync(slot, cancellation);
        if (seen is null or { Incomplete: true })
        {
            return seen;
        }

        try
        {
            return await IsLostAsync(seen, cancellation) ? seen with { Incomplete = true } : seen;
        }
        catch (NeapException away) when (away.Kind is FailureKind.Unreachable or FailureKind.RateLimited)
        {
            return seen; // whoever has something to send or to ask is told then
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Revision>> RevisionsAsync(CancellationToken cancellation) =>
        [.. (await _local.RevisionsAsync(cancellation)).Select(Seen)];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KnownRepository>> RepositoriesAsync(CancellationToken cancellation) =>
        _local.RepositoriesAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<FileRecord> FilesAsync(Slot slot, CancellationToken cancellation) =>
        _local.FilesAsync(slot, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<RepoPath, FileRecord>> FindFilesAsync(
        Slot slot, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation) =>
        _local.FindFilesAsync(slot, paths, cancellation);

    /// <inheritdoc/>
    /// <remarks>What the server holds, not what it should hold: a comparison with git then shows what drifted there.</remarks>
    public async IAsyncEnumerable<EntryRecord> EntriesAsync(
        Slot slot, EntryDetail detail, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await _local.FindRevisionAsync(slot, cancellation) is not { } revision)
        {
            yield break;
        }

        var shown = Outbox.GenerationsOf(_local.Database, slot).Shown;
        var (collection, reading) = (CollectionNames.Of(revision), new PointReading(revision));
        var plain = await VisibleAsync(collection, reading, shown, cancellation);
        foreach (var group in plain.GroupBy(point => point.Entry.Path).OrderBy(group => group.Key).Chunk(PathsAtATime))
        {
            var points = detail == EntryDetail.Plain ? group.SelectMany(points => points)
                : (await _server.AtAsync(collection, reading, [.. group.Select(points => points.Key)], cancellation))
                    .Where(point => point.IsVisibleAt(shown));
            foreach (var point in points.OrderBy(point => point.Entry.Path).ThenBy(point => point.Entry.Chunk))
            {
                yield return point.Entry;
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<WordlessChunk> WordlessAsync(Slot slot, CancellationToken cancellation) =>
        _local.WordlessAsync(slot, cancellation);

    /// <inheritdoc/>
    public async ValueTask<Ranking> SearchAsync(SearchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var lexical = await _local.SearchAsync(request with { Vector = default }, cancellation);
        var semantic = new List<Scored>();
        foreach (var slot in request.Vector.IsEmpty ? [] : request.Slots)
        {
            if (await _local.FindRevisionAsync(slot, cancellation) is { } revision)
            {
                semantic.AddRange(await NearestAsync(request, revision, cancellation));
            }
        }

        return lexical with { Semantic = [.. Ordered(semantic).Take(request.Depth)] };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _local.DisposeAsync();
        _server.Dispose();
    }

    /// <summary>Asks for more and more until enough is accepted: which paths may be answered with, only the caller knows.</summary>
    private async Task<IEnumerable<Scored>> NearestAsync(
        SearchRequest request, Revision revision, CancellationToken cancellation)
    {
        const int Growth = 4;
        const int Most = 10_000;
        var shown = Outbox.GenerationsOf(_local.Database, revision.Slot).Shown;
        for (var limit = Math.Min(request.Depth, Most); ; limit = Math.Min(limit * Growth, Most))
        {
            var found = await AskAsync(revision, new PointQuestion(request.Vector, shown, limit), cancellation);
            var accepted = found.Where(hit => request.Accepts(hit.Point.Entry.Path)).ToList();
            if (accepted.Count >= request.Depth || found.Count < limit || limit == Most)
            {
                if (found.Count < limit && await IsLostAsync(revision, cancellation))
                {
                    throw Overwritten(revision.Slot);
                }

                return accepted.Select(hit => new Scored(hit.Point.Entry, hit.Score));
            }
        }
    }

    /// <summary>What a generation shows; nothing where the collection is gone.</summary>
    private async Task<List<Point>> VisibleAsync(
        string collection, PointReading reading, long generation, CancellationToken cancellation)
    {
        var points = new List<Point>();
        try
        {
            await foreach (var point in _server.AllAsync(collection, reading, cancellation))
            {
                if (point.IsVisibleAt(generation))
                {
                    points.Add(point);
                }
            }

            return points;
        }
        catch (NeapException wrong) when (wrong.Kind == FailureKind.BadAnswer)
        {
            if (await _server.HasAsync(collection, cancellation))
            {
                throw;
            }

            return [];
        }
    }

    private async Task<IReadOnlyList<(Point Point, double Score)>> AskAsync(
        Revision revision, PointQuestion question, CancellationToken cancellation)
    {
        var collection = CollectionNames.Of(revision);
        try
        {
            return await _server.NearestAsync(collection, new PointReading(revision), question, cancellation);
        }
        catch (NeapException wrong) when (wrong.Kind == FailureKind.BadAnswer)
        {
            if (await _server.HasAsync(collection, cancellation))
            {
                throw;
            }

            throw Overwritten(revision.Slot);
        }
    }

    private static IEnumerable<Scored> Ordered(IEnumerable<Scored> hits) => hits
        .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Entry.Path)
        .ThenBy(hit => hit.Entry.Slot.ToString(), StringComparer.Ordinal).ThenBy(hit => hit.Entry.Chunk);

    private async Task<bool> IsLostAsync(Revision revision, CancellationToken cancellation) =>
        Outbox.GenerationsOf(_local.Database, revision.Slot) is { Target: > 0 } own
        && await Ownership.IsLostAsync(
            _server, CollectionNames.Of(revision), new PointReading(revision), own, own.Shown > 0 && HasEntries(revision.Slot), cancellation);

    private bool HasEntries(Slot slot)
    {
        using var row = _local.Database.Prepare(
            $"""
            SELECT 1 FROM revision r JOIN file f ON f.slot=r.slot
            WHERE r.collection=?1 AND r.repository=?2 AND r.ref=?3 AND EXISTS(
              SELECT 1 FROM chunk WHERE id>=(f.blob<<{Schema.OrdinalBits}) AND id<((f.blob+1)<<{Schema.OrdinalBits}))
            LIMIT 1
            """);
        return row.Bind(1, slot.Collection).Bind(2, slot.Repository).Bind(3, slot.Ref).Step();
    }

    private static NeapException Overwritten(Slot slot) => new(
        FailureKind.HeldByAnother,
        $"Collection \"{slot.Collection}\" of {slot.Repository} on the server was removed, or filled from another machine or by a later state of this one.",
        "Nothing was changed. Run `neap index sync` here: the server then equals the commit that is synced here.");

    private Revision Seen(Revision revision) =>
        revision.Incomplete || !Outbox.IsPending(_local.Database, revision.Slot) ? revision : revision with { Incomplete = true };
}
