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
        new(engine, place, await RequestsAsync(engine, place, place.Tip.Commit, engine.Request.Service, cancellation));

    /// <summary>True where another commit divides the repository in the same way, as far as it was asked for.</summary>
    public async Task<bool> AreThoseOfAsync(CommitId commit, CancellationToken cancellation)
    {
        if (commit == Place.Tip.Commit)
        {
            return true;
        }

        var others = (await RequestsAsync(_engine, Place, commit, null, cancellation)).Select(Division);
        return IsForOneService
            ? others.Contains(Division(_requests[0]))
            : others.SequenceEqual(_requests.Select(Division));
    }

    /// <summary>
    /// The parts that a line is about; what names no path is about the first one. None where one service is asked for, and
    /// the path is not of that.
    /// </summary>
    public async Task<IReadOnlyList<FeedPart>> OfAsync(FeedLine line, CancellationToken cancellation)
    {
        var about = _requests.Where(request => IsAbout(line, request));
        var parts = new List<FeedPart>();
        foreach (var request in IsForOneService && NamesPath(line) ? about : about.DefaultIfEmpty(_requests[0]))
        {
            parts.Add(await OpenAsync(request, cancellation));
        }

        return parts;
    }

    /// <summary>The part in which a line fails that belongs nowhere.</summary>
    public Task<FeedPart> FailingAsync(FeedLine line, CancellationToken cancellation) =>
        OpenAsync(_requests.FirstOrDefault(request => IsAbout(line, request)) ?? _requests[0], cancellation);

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

    private bool IsForOneService => _engine.Request.Service is not null;

    private static bool NamesPath(FeedLine line) => line is FeedLine.Change or FeedLine.Malformed { Path: not null };

    private static (string Collection, string Scope) Division(SyncRequest request) => (request.Collection, request.Scope.Text);

    private static async Task<IReadOnlyList<SyncRequest>> RequestsAsync(
        FeedEngine engine, FeedPlace place, CommitId commit, string? service, CancellationToken cancellation)
    {
        await using var index = await engine.Store.OpenSnapshotAsync(cancellation);
        var whole = new SyncRequest
        {
            Collection = engine.Request.Collection,
            Repository = place.Name,
            Tip = place.Tip with { Commit = commit },
        };
        var revisions = await index.RevisionsAsync(cancellation);
        var requests = await ServiceRequests.DivideAsync(place.Repository, whole, revisions, service, cancellation);
        return [.. requests.Select(request => request with { Tip = place.Tip })];
    }
}
