using Neap.Core;
using Neap.Vectors.Stores;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Reads the table <c>file</c>, a page of paths at a time.</summary>
internal static class FileRows
{
    /// <summary>So many paths are read at a time.</summary>
    public const int Page = 2_000;

    private const string Columns =
        """
        SELECT f.path, f.oid, f.mode, f.skip, b.state, b.reason, coalesce(b.chunks, 0)
        FROM neap.file f LEFT JOIN neap.blob b ON b.id = f.blob
        """;

    /// <summary>The next files of a slot after a path, in byte order.</summary>
    public static Task<List<FileRecord>> AfterAsync(
        NpgsqlConnection connection, long slot, byte[] after, CancellationToken cancellation) => connection.ReadAsync(
        $"""
        {Columns} WHERE f.slot = $1 AND {PathIndex.Head("f.path")} >= {PathIndex.Head("$2")} AND f.path > $2
        ORDER BY {PathIndex.Head("f.path")}, f.path LIMIT $3
        """,
        Read, cancellation, slot, after, Page);

    /// <summary>The files at some paths.</summary>
    public static Task<List<FileRecord>> AtAsync(
        NpgsqlConnection connection, long slot, byte[][] paths, CancellationToken cancellation) => connection.ReadAsync(
        $"""
        {Columns} WHERE f.slot = $1 AND {PathIndex.Head("f.path")} = ANY({PathIndex.Heads("$2")}) AND f.path = ANY($2)
        """,
        Read, cancellation, slot, paths);

    private static FileRecord Read(NpgsqlDataReader row)
    {
        var path = RepoPath.FromGit(row.GetFieldValue<byte[]>(0));
        try
        {
            return new FileRecord(
                path,
                IndexDamage.Blob(row.GetFieldValue<byte[]>(1)),
                Spelling.Read<Neap.Core.FileMode>(row.GetString(2)),
                row.TextOrNull(3) is { } reason
                    ? new Standing.Skipped(Spelling.Read<SkipReason>(reason))
                    : Spelling.Standing(row.TextOrNull(4), row.TextOrNull(5), row.GetInt32(6)));
        }
        catch (NeapException damage) when (IndexDamage.Is(damage))
        {
            return new FileRecord(path, new BlobId(ObjectId.None), default, new Standing.Lost(damage.Message));
        }
    }
}
