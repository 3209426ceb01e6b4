using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>One question to one instant of the index.</summary>
internal sealed class Search
{
    private readonly Database _database;
    private readonly SearchRequest _request;
    private readonly IReadOnlyList<(long Id, Revision Revision)> _slots;
    private readonly CancellationToken _cancellation;
    private readonly ContentKey _key;
    private readonly VisibleFiles _files;

    public Search(
        Database database,
        SearchRequest request,
        IReadOnlyList<(long Id, Revision Revision)> slots,
        CancellationToken cancellation)
    {
        (_database, _request, _slots, _cancellation) = (database, request, slots, cancellation);
        _key = slots[0].Revision.Content;
        Refuse();
        _files = new VisibleFiles(database, [.. slots.Select(slot => slot.Id)]);
    }

    /// <summary>Ranks by words and by meaning.</summary>
    public Ranking Run()
    {
        var lexical = new TopList(_files, _request);
        var semantic = new TopList(_files, _request);
        if (_files.Count > 0 && _key.Lexical && _request.Terms.Count > 0)
        {
            new LexicalScan(_database, _files, ContentKeys.Find(_database, _key)!.Value)
                .Run(_request, lexical, _cancellation);
        }

        if (_files.Count > 0 && !_request.Vector.IsEmpty)
        {
            var query = new PreparedQuery(_key.Encoding, _request.Vector.Span);
            new SemanticScan(_database, _files, query, semantic, _cancellation).Run();
        }

        return new Ranking(Describe(lexical), Describe(semantic));
    }

    private List<Scored> Describe(TopList top)
    {
        var scored = new List<Scored>();
        foreach (var slot in top.Sorted().GroupBy(candidate => _files.Slot(candidate.Row)))
        {
            using var entries = new EntryRows(_database, _slots[slot.Key].Revision, EntryDetail.Plain);
            scored.AddRange(slot
                .Select(candidate => (Entry: entries.One(_files.Path(candidate.Row), candidate.Chunk), candidate.Score))
                .Where(hit => hit.Entry is not null)
                .Select(hit => new Scored(hit.Entry!, hit.Score)));
        }

        return _slots.Count == 1 ? scored : [.. scored.OrderByDescending(hit => hit.Score)];
    }

    private void Refuse()
    {
        if (!_request.Vector.IsEmpty && _request.Vector.Length != _key.Dimensions)
        {
            throw Mismatch(
                $"The question's vector has {_request.Vector.Length} dimensions; {_slots[0].Revision.Slot} was "
                + $"indexed by {_key.Embedder} with {_key.Dimensions}.");
        }

        if (_slots.FirstOrDefault(slot => slot.Revision.Content != _key) is { Revision: { } other })
        {
            throw Mismatch(
                $"{other.Slot} was indexed as {other.Content}, {_slots[0].Revision.Slot} as {_key}.");
        }
    }

    private static NeapException Mismatch(string what) => new(
        FailureKind.EmbedderMismatch,
        what,
        "Nothing changed. Search with the embedder of the index, or build it anew with `neap index rebuild`.");
}
