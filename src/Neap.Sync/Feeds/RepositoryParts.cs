using Neap.Core;

namespace Neap.Sync;

/// <summary>The parts of a feed that are about one repository: one for each collection that the repository is divided into.</summary>
/// <remarks>A part is begun with the first line that it is about; a commit that closes the repository's lines begins all.</remarks>
internal sealed class RepositoryParts
{
    private readonly FeedEngine _engine;
    private readonly IReadOnlyList<SyncRequest> _requests;
    private readonly Dictionary<SyncRequest, FeedPart> _open = [];

    private RepositoryParts(FeedEngine engine, FeedPlace place, IReadOnlyList<SyncRequest> requests) =>
        (_engine, Place, _requests) = (engine, place, requests);

    /// <summary>The repository.</summary>
    public FeedPlace Place { get; }

    /// <summary>The parts that have begun, in the order of the collections.</summary>
    public IReadOnlyList<FeedPart> Open => [.. _requests.Where(_open.ContainsKey).Select(request => _open[request])];

    /// <summary>Looks how the followed commit divides the repository.</summary>
    public static async Task<RepositoryParts> FindAsync(
        FeedEngine engine, FeedPlace place, CancellationToken cancellation) =>
        new(engine, place, await RequestsAsync(engine, place, place.Tip.Commit, cancellation));

    /// <summary>True where another commit divides the repository in the same way.</summary>
    public async Task<bool> AreThoseOfAsync(CommitId commit, CancellationToken cancellation)
    {
        var others = commit == Place.Tip.Commit ? _requests : await RequestsAsync(_engine, Place, commit, cancellation);
        return others.Select(Division).SequenceEqual(_requests.Select(Division));
    }

    /// <summary>The parts that a line is about; what names no path is about the first one.</summary>
    public async Task<IReadOnlyList<FeedPart>> OfAsync(FeedLine line, CancellationToken cancellation)
    {
        var parts = new List<FeedPart>();
        foreach (var request in _requests.Where(request => IsAbout(line, request)).DefaultIfEmpty(_requests[0]))
        {
            parts.Add(await OpenAsync(request, cancellation));
        }

        return parts;
    }

    /// <summary>All parts: a commit has its say about every collection, whether a line is about it or not.</summary>
    public async Task<IReadOnlyList<FeedPart>> AllAsync(CancellationToken cancellation)
    {
        foreach (var request in _requests)
        {
            await OpenAsync(request, cancellation);
        }

        return Open;
    }

    private async Task<FeedPart> OpenAsync(SyncRequest request, CancellationToken cancellation) =>
        _open.TryGetValue(request, out var part)
            ? part
            : _open[request] = await FeedPart.OpenAsync(_engine, Place, request, cancellation);

    private static bool IsAbout(FeedLine line, SyncRequest request) => line switch
    {
        FeedLine.Change { Entry: var entry } => request.Scope.Contains(entry.Path)
            || (entry.OldPath is { } old && request.Scope.Contains(old)),
        FeedLine.Malformed { Path: { } path } => request.Scope.Contains(path),
        _ => false,
    };

    private static (string Collection, string Scope) Division(SyncRequest request) => (request.Collection, request.Scope.Text);

    private static async Task<IReadOnlyList<SyncRequest>> RequestsAsync(
        FeedEngine engine, FeedPlace place, CommitId commit, CancellationToken cancellation)
    {
        await using var index = await engine.Store.OpenSnapshotAsync(cancellation);
        var whole = new SyncRequest
        {
            Collection = engine.Request.Collection,
            Repository = place.Name,
            Tip = place.Tip with { Commit = commit },
        };
        var revisions = await index.RevisionsAsync(cancellation);
        var requests = await ServiceRequests.DivideAsync(place.Repository, whole, revisions, null, cancellation);
        return [.. requests.Select(request => request with { Tip = place.Tip })];
    }
}
