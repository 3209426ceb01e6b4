using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Compares the table of words with the table of chunks.</summary>
internal sealed class WordRows(SlotRow slot)
{
    private const int FilesAtATime = 2_000;

    /// <summary>The path that <see cref="MissingAfterAsync"/> came to; null at the end.</summary>
    public byte[]? Last { get; private set; }

    /// <summary>The chunks without words of the next files after a path, by path and chunk.</summary>
    public async Task<List<WordlessChunk>> MissingAfterAsync(
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
        return files.Count == 0 ? [] : await connection.ReadAsync(
            $"""
            SELECT f.path, c.number FROM neap.file f JOIN neap.blob b ON b.id = f.blob AND b.state = 'text'
              JOIN {Migrations.Chunks(slot.Key)} c ON c.blob = f.blob
            WHERE f.slot = $1 AND {PathIndex.Head("f.path")} BETWEEN {PathIndex.Head("$2")} AND {PathIndex.Head("$3")}
              AND f.path > $2 AND f.path <= $3
              AND NOT EXISTS (SELECT FROM {Migrations.Words(slot.Key)} w WHERE w.blob = c.blob AND w.number = c.number)
            ORDER BY f.path, c.number
            """,
            row => new WordlessChunk(RepoPath.FromGit(row.GetFieldValue<byte[]>(0)), row.GetInt32(1)),
            cancellation, slot.Id, after, files[^1]);
    }
}
