using System.Collections;

namespace Neap.Vectors.Sqlite;

/// <summary>Which chunks of a slot the words index holds, in one bit a chunk.</summary>
/// <remarks>
/// The words index has no rows of its own that could be counted: it keeps for each word the chunks that hold it, and those
/// lists are read until every chunk was met. In an index that is whole this ends after a part of the words, unless some
/// chunk has none.
/// </remarks>
internal sealed class HeldWords
{
    private readonly Database _database;
    private readonly Dictionary<long, int> _first = [];
    private readonly BitArray _held;
    private int _open;

    /// <summary>Counts the chunks of a slot.</summary>
    public HeldWords(Database database, long slot)
    {
        _database = database;
        using var files = database.Prepare(FileRows.TextOfSlot);
        files.Bind(1, slot);
        while (files.Step())
        {
            if (_first.TryAdd(files.Integer(1), _open))
            {
                _open += Bounded(files.Integer(2));
            }
        }

        _held = new BitArray(_open);
    }

    /// <summary>Reads the words index until every chunk was met, or to its end.</summary>
    public void Mark(long key, CancellationToken cancellation)
    {
        var table = Schema.LexicalTable(key);
        _database.Execute($"CREATE VIRTUAL TABLE IF NOT EXISTS temp.held_{key} USING fts5vocab(main, {table}, instance)");
        using var rows = _database.Prepare($"SELECT doc FROM temp.held_{key}");
        while (_open > 0 && rows.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            Mark(rows.Integer(0));
        }
    }

    /// <summary>The chunks of a blob that were not met.</summary>
    public IEnumerable<int> Unmarked(long blob, long chunks)
    {
        var first = _first[blob];
        return Enumerable.Range(0, Bounded(chunks)).Where(chunk => !_held[first + chunk]);
    }

    /// <summary>A damaged index may claim any number.</summary>
    private static int Bounded(long chunks) => (int)Math.Clamp(chunks, 0, Schema.MaxChunks);

    private void Mark(long chunk)
    {
        // Rows of content that is gone stay in the words index until it is written anew.
        if (!_first.TryGetValue(chunk >> Schema.OrdinalBits, out var first))
        {
            return;
        }

        var place = first + (int)(chunk & (Schema.MaxChunks - 1));
        if (place < _held.Length && !_held[place])
        {
            _held[place] = true;
            _open--;
        }
    }
}
