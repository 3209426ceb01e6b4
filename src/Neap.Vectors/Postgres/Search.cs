using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>One question to one instant of the index.</summary>
internal sealed class Search
{
    private readonly NpgsqlConnection _connection;
    private readonly SearchRequest _request;
    private readonly Dictionary<long, Revision> _slots;
    private readonly ContentKey _content;
    private readonly long _key;

    public Search(NpgsqlConnection connection, SearchRequest request, IReadOnlyList<SlotRow> slots)
    {
        (_connection, _request) = (connection, request);
        (_content, _key) = (slots[0].Revision.Content, slots[0].Key);
        _slots = slots.ToDictionary(slot => slot.Id, slot => slot.Revision);
        Refuse();
    }

    /// <summary>Ranks by words and by meaning.</summary>
    public async Task<Ranking> RunAsync(CancellationToken cancellation)
    {
        var lexical = _content.Lexical && _request.Terms.Count > 0
            ? await new LexicalSearch(_connection, _key, [.. _slots.Keys]).RunAsync(_request, TakeAsync, cancellation)
            : [];
        var semantic = !_request.Vector.IsEmpty
            ? await new SemanticSearch(_connection, _key, [.. _slots.Keys]).RunAsync(_request.Vector, TakeAsync, cancellation)
            : [];
        return new Ranking(lexical, semantic);
    }

    /// <summary>
    /// Asks for more and more rows until enough of them are accepted: which paths may be answered with, only the caller knows.
    /// </summary>
    private async Task<IReadOnlyList<Scored>> TakeAsync(
        Func<int, Func<NpgsqlDataReader, Scored>, Task<List<Scored>>> ask)
    {
        const int Growth = 4;
        for (var limit = _request.Depth; ; limit = (int)Math.Min(int.MaxValue, (long)limit * Growth))
        {
            var found = await ask(limit, Read);
            var accepted = found.Where(hit => _request.Accepts(hit.Entry.Path)).ToList();
            if (accepted.Count >= _request.Depth || found.Count < limit)
            {
                return [.. Ordered(accepted).Take(_request.Depth)];
            }
        }
    }

    /// <summary>Of equal scores the smaller path wins, so that answers repeat.</summary>
    private static IEnumerable<Scored> Ordered(IEnumerable<Scored> hits) => hits
        .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Entry.Path)
        .ThenBy(hit => hit.Entry.Slot.ToString(), StringComparer.Ordinal).ThenBy(hit => hit.Entry.Chunk);

    private Scored Read(NpgsqlDataReader row) => new(EntryRows.Read(row, _slots[row.GetInt64(11)]), row.GetDouble(10));

    private void Refuse()
    {
        if (!_request.Vector.IsEmpty && _request.Vector.Length != _content.Dimensions)
        {
            throw Mismatch(
                $"The question's vector has {_request.Vector.Length} dimensions; {_slots.Values.First().Slot} was "
                + $"indexed by {_content.Embedder} with {_content.Dimensions}.");
        }

        if (_slots.Values.FirstOrDefault(revision => revision.Content != _content) is { } other)
        {
            throw Mismatch($"{other.Slot} was indexed as {other.Content}, another slot as {_content}.");
        }
    }

    private static NeapException Mismatch(string what) => new(
        FailureKind.EmbedderMismatch,
        what,
        "Nothing changed. Search with the embedder of the index, or build it anew with `neap index rebuild`.");
}
