using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Deletes content that no file shows, a bounded number of blobs a transaction.</summary>
internal static class Compaction
{
    private const int BlobsATransaction = 2_000;

    /// <summary>Deletes some blobs and returns how many; 0 when none is left or another run is at work.</summary>
    public static async Task<long> DeleteSomeBlobsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await WriterLock.IsAloneAsync(connection, cancellation))
        {
            return 0;
        }

        var dead = await connection.ReadAsync(
            """
            SELECT b.id, b.made_with FROM neap.blob b
            WHERE NOT EXISTS(SELECT 1 FROM neap.file f WHERE f.blob = b.id) LIMIT $1
            """,
            row => (Id: row.GetInt64(0), Key: row.GetInt64(1)),
            cancellation, BlobsATransaction);
        foreach (var key in dead.GroupBy(blob => blob.Key, blob => blob.Id))
        {
            var ids = key.ToArray();
            await connection.RunAsync($"DELETE FROM {Migrations.Chunks(key.Key)} WHERE blob = ANY($1)", cancellation, ids);
            await connection.RunAsync($"DELETE FROM {Migrations.Words(key.Key)} WHERE blob = ANY($1)", cancellation, ids);
            await connection.RunAsync("DELETE FROM neap.blob WHERE id = ANY($1)", cancellation, ids);
        }

        if (dead.Count > 0)
        {
            await connection.RunAsync("UPDATE neap.compaction SET removals = removals + 1", cancellation);
        }

        return dead.Count;
    }
}
