using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Sqlite;

/// <summary>Reads the table <c>file</c>.</summary>
internal static class FileRows
{
    /// <summary>The files of slot ?1, in the order of their paths.</summary>
    internal const string OfSlot = Columns + " WHERE f.slot=?1 ORDER BY f.path";

    /// <summary>The file at path ?2 of slot ?1.</summary>
    internal const string OfPath = Columns + " WHERE f.slot=?1 AND f.path=?2";

    /// <summary>Path and blob number of the files of slot ?1 that have content, in the order of their paths.</summary>
    internal const string IndexedOfSlot =
        "SELECT path, blob FROM file WHERE slot=?1 AND blob IS NOT NULL ORDER BY path";

    /// <summary>Path, blob number and number of chunks of the files of slot ?1 that hold text, in the order of their paths.</summary>
    internal const string TextOfSlot =
        "SELECT f.path, f.blob, b.chunks FROM file f JOIN blob b ON b.id=f.blob WHERE f.slot=?1 AND b.state='text' ORDER BY f.path";

    private const string Columns =
        """
        SELECT f.path, f.oid, f.mode, f.skip, b.state, b.reason, b.chunks
        FROM file f LEFT JOIN blob b ON b.id=f.blob
        """;

    /// <summary>Reads a row of <see cref="OfSlot"/> or <see cref="OfPath"/>.</summary>
    public static FileRecord Read(Statement row)
    {
        var path = RepoPath.FromGit(row.Bytes(0));
        try
        {
            return new FileRecord(
                path,
                IndexDamage.Blob(row.Bytes(1)),
                Words.ReadMode(row.Bytes(2)),
                row.IsNull(3) ? Standings.Read(row, 4) : new Standing.Skipped(Words.ReadSkipReason(row.Bytes(3))));
        }
        catch (NeapException damage) when (IndexDamage.Is(damage))
        {
            return new FileRecord(path, new BlobId(ObjectId.None), default, new Standing.Lost(damage.Message));
        }
    }
}
