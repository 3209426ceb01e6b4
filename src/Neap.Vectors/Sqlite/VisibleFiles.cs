using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>
/// The files of some slots that have content, sorted by blob, with their paths in one block of memory.
/// </summary>
internal sealed class VisibleFiles
{
    private readonly List<Row> _rows = [];
    private byte[] _paths = new byte[1 << 16];
    private int _used;

    /// <summary>Reads the file maps of slots; <see cref="Slot"/> is the place in this list.</summary>
    public VisibleFiles(Database database, IReadOnlyList<long> slots)
    {
        using var row = database.Prepare(FileRows.IndexedOfSlot);
        for (var slot = 0; slot < slots.Count; slot++)
        {
            row.Bind(1, slots[slot]);
            while (row.Step())
            {
                _rows.Add(new Row(row.Integer(1), slot, _used, Keep(row.Bytes(0))));
            }

            row.Reset();
        }

        _rows.Sort(static (left, right) => left.Blob.CompareTo(right.Blob));
    }

    public int Count => _rows.Count;

    /// <summary>The blob that a row shows; rows are ordered by it.</summary>
    public long Blob(int row) => _rows[row].Blob;

    /// <summary>The place of a row's slot in the list given.</summary>
    public int Slot(int row) => _rows[row].Slot;

    public RepoPath Path(int row) => RepoPath.FromGit(PathBytes(row));

    public ReadOnlySpan<byte> PathBytes(int row) => _paths.AsSpan(_rows[row].Start, _rows[row].Length);

    /// <summary>The first row at or after <paramref name="from"/> whose blob is not before this one.</summary>
    public int Seek(long blob, int from)
    {
        var low = from;
        for (var step = 1; low < Count && _rows[low].Blob < blob; step *= 2)
        {
            var next = low + step;
            if (next >= Count || _rows[next].Blob >= blob)
            {
                return Bisect(blob, low + 1, Math.Min(next, Count));
            }

            low = next;
        }

        return low;
    }

    private int Bisect(long blob, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rows[middle].Blob < blob)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int Keep(ReadOnlySpan<byte> path)
    {
        if (_used + path.Length > _paths.Length)
        {
            Array.Resize(ref _paths, Math.Max(_paths.Length * 2, _used + path.Length));
        }

        path.CopyTo(_paths.AsSpan(_used));
        _used += path.Length;
        return path.Length;
    }

    private readonly record struct Row(long Blob, int Slot, int Start, int Length);
}
