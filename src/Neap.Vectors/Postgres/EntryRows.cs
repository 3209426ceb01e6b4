using Neap.Core;
using Neap.Vectors.Stores;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Reads chunks as entries of one revision.</summary>
internal sealed class EntryRows(SlotRow slot, EntryDetail detail)
{
    private const int FilesAtATime = 200;

    /// <summary>The columns of an entry of file <c>f</c>, blob <c>b</c> and chunk <c>c</c>; a vector may follow them.</summary>
    internal const string Columns =
        "f.path, b.oid, b.size, b.encoding, c.number, c.byte_offset, c.byte_length, c.first_line, c.last_line, c.sha";

    /// <summary>The path that <see cref="AfterAsync"/> came to; null at the end.</summary>
    public byte[]? Last { get; private set; }

    /// <summary>The entries of the next files after a path, by path and chunk.</summary>
    public async Task<List<EntryRecord>> AfterAsync(
        NpgsqlConnection connection, byte[] after, CancellationToken cancellation)
    {
        var files = await connection.ReadAsync(
            $"""
            SELECT path FROM neap.file
            WHERE slot = $1 AND {PathIndex.Head("path")} >= {PathIndex.Head("$2")} AND path > $2 AND blob IS NOT NULL
            ORDER BY {PathIndex.Head("path")}, path LIMIT $3
            """,
            row => row.GetFieldValue<byte[]>(0),
            cancellation, slot.Id, after, FilesAtATime);
        Last = files.Count < FilesAtATime ? null : files[^1];
        var vector = detail == EntryDetail.WithVectors ? ", c.vec::real[]" : "";
        return files.Count == 0 ? [] : await connection.ReadAsync(
            $"""
            SELECT {Columns}{vector} FROM neap.file f JOIN neap.blob b ON b.id = f.blob AND b.state = 'text'
              JOIN {Migrations.Chunks(slot.Key)} c ON c.blob = f.blob
            WHERE f.slot = $1 AND {PathIndex.Head("f.path")} BETWEEN {PathIndex.Head("$2")} AND {PathIndex.Head("$3")}
              AND f.path > $2 AND f.path <= $3 ORDER BY f.path, c.number
            """,
            row => Read(row, slot.Revision) with { Vector = vector.Length > 0 ? row.GetFieldValue<float[]>(10) : default },
            cancellation, slot.Id, after, files[^1]);
    }

    /// <summary>Reads a row that begins with <see cref="Columns"/>.</summary>
    /// <exception cref="NeapException">The row holds what no version of Neap has written.</exception>
    public static EntryRecord Read(NpgsqlDataReader row, Revision revision)
    {
        var path = RepoPath.FromGit(row.GetFieldValue<byte[]>(0));
        return new EntryRecord
        {
            Slot = revision.Slot,
            Commit = revision.Commit,
            Path = path,
            Blob = new BlobId(ObjectId.FromBytes(row.GetFieldValue<byte[]>(1))),
            SizeBytes = row.GetInt64(2),
            Encoding = Encoding(path, revision.Slot, row.TextOrNull(3) ?? ""),
            Chunk = row.GetInt32(4),
            Range = new ChunkRange(row.GetInt64(5), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8)),
            TextSha256 = row.GetFieldValue<byte[]>(9),
            Embedder = revision.Content.Embedder,
        };
    }

    private static TextEncoding Encoding(RepoPath path, Slot slot, string word)
    {
        try
        {
            return Spelling.Read<TextEncoding>(word);
        }
        catch (NeapException damage) when (IndexDamage.Is(damage))
        {
            throw IndexDamage.At(path, slot, damage);
        }
    }
}
