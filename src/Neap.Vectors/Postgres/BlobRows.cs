using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Which blobs the index has read under a content key.</summary>
internal static class BlobRows
{
    /// <summary>The standings of known blobs; unknown ones are left out.</summary>
    public static async Task<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
        NpgsqlConnection connection, ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation)
    {
        var id = blobs.Count == 0 ? null : await ContentKeyRows.FindAsync(connection, key, cancellation);
        if (id is null)
        {
            return new Dictionary<BlobId, KnownBlob>();
        }

        var rows = await connection.ReadAsync(
            "SELECT oid, state, reason, chunks, size FROM neap.blob WHERE key = $1 AND oid = ANY($2)",
            row => (
                Blob: new BlobId(ObjectId.FromBytes(row.GetFieldValue<byte[]>(0))),
                Known: new KnownBlob(
                    Spelling.Standing(row.GetString(1), row.TextOrNull(2), row.GetInt32(3)), row.GetInt64(4))),
            cancellation, id.Value, Oids(blobs));
        return rows.ToDictionary(row => row.Blob, row => row.Known);
    }

    /// <summary>
    /// Takes the key away from blobs: nobody finds them by content, while files that show them still do.
    /// </summary>
    public static async Task<int> ForgetAsync(
        NpgsqlConnection connection, ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
        await ContentKeyRows.FindAsync(connection, key, cancellation) is { } id
            ? await connection.RunAsync(
                "UPDATE neap.blob SET key = NULL WHERE key = $1 AND oid = ANY($2)", cancellation, id, Oids(blobs))
            : 0;

    /// <summary>Adds blobs that are not there yet; of a blob that is, the first stays.</summary>
    /// <returns>The numbers of those that were added.</returns>
    public static async Task<Dictionary<BlobId, long>> AddAsync(
        NpgsqlConnection connection, long key, IReadOnlyList<BlobContent> batch, CancellationToken cancellation)
    {
        // Two runs that put the same contents in the same order wait for each other and never in a circle.
        var ordered = batch.DistinctBy(content => content.Blob).OrderBy(content => content.Blob.Value).ToArray();
        var columns = ordered.Select(Spelling.Of).ToArray();
        var rows = await connection.ReadAsync(
            """
            INSERT INTO neap.blob(key, oid, size, encoding, state, reason, chunks, made_with)
            SELECT $1, b.oid, b.size, b.encoding, b.state, b.reason, b.chunks, $1
            FROM unnest($2::bytea[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::integer[])
              AS b(oid, size, encoding, state, reason, chunks)
            ON CONFLICT DO NOTHING RETURNING oid, id
            """,
            row => (new BlobId(ObjectId.FromBytes(row.GetFieldValue<byte[]>(0))), row.GetInt64(1)),
            cancellation,
            key,
            ordered.Select(content => content.Blob.Value.Bytes.ToArray()).ToArray(),
            ordered.Select(content => content.SizeBytes).ToArray(),
            columns.Select(column => column.Encoding).ToArray(),
            columns.Select(column => column.State).ToArray(),
            columns.Select(column => column.Reason).ToArray(),
            columns.Select(column => column.Chunks).ToArray());
        return rows.ToDictionary();
    }

    private static byte[][] Oids(IReadOnlyCollection<BlobId> blobs) =>
        [.. blobs.Select(blob => blob.Value.Bytes.ToArray())];
}
