using System.Runtime.CompilerServices;
using Neap.Core;
using Neap.Vectors.Sqlite;

namespace Neap.Vectors.Servers;

/// <summary>File maps and words from the local index, entries and neighbours from the server, of one generation.</summary>
public sealed class ServerSnapshot : IIndexSnapshot
{
    private readonly SqliteSnapshot _local;
    private readonly IPointServer _server;

    internal ServerSnapshot(SqliteSnapshot local, IPointServer server) => (_local, _server) = (local, server);

    /// <inheritdoc/>
    /// <remarks>A revision that the server has not been told completely counts as incomplete: the next sync goes on.</remarks>
    public async ValueTask<Revision?> FindRevisionAsync(Slot slot, CancellationToken cancellation) =>
        await _local.FindRevisionAsync(slot, cancellation) is { } revision ? Seen(revision) : null;

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

        var shown = Outbox.Generations(_local.Database, slot).Shown;
        var entries = new List<EntryRecord>();
        await foreach (var point in _server.AllAsync(CollectionNames.Of(revision), new PointReading(revision), cancellation))
        {
            if (point.IsVisibleAt(shown))
            {
                entries.Add(detail == EntryDetail.WithVectors ? point.Entry : point.Entry with { Vector = default });
            }
        }

        foreach (var entry in entries.OrderBy(entry => entry.Path).ThenBy(entry => entry.Chunk))
        {
            yield return entry;
        }
    }

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
        var shown = Outbox.Generations(_local.Database, revision.Slot).Shown;
        for (var limit = Math.Min(request.Depth, Most); ; limit = Math.Min(limit * Growth, Most))
        {
            var found = await _server.NearestAsync(
                CollectionNames.Of(revision), new PointReading(revision), new PointQuestion(request.Vector, shown, limit), cancellation);
            var accepted = found.Where(hit => request.Accepts(hit.Point.Entry.Path)).ToList();
            if (accepted.Count >= request.Depth || found.Count < limit || limit == Most)
            {
                return accepted.Select(hit => new Scored(hit.Point.Entry, hit.Score));
            }
        }
    }

    private static IEnumerable<Scored> Ordered(IEnumerable<Scored> hits) => hits
        .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Entry.Path)
        .ThenBy(hit => hit.Entry.Slot.ToString(), StringComparer.Ordinal).ThenBy(hit => hit.Entry.Chunk);

    private Revision Seen(Revision revision) =>
        revision.Incomplete || !Outbox.IsPending(_local.Database, revision.Slot) ? revision : revision with { Incomplete = true };
}
