using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>The content keys of an index and the numbers that stand for them.</summary>
internal static class ContentKeyRows
{
    private const string Columns = "chunker, embedder, dimensions, encoding, limit_bytes, lexical";

    /// <summary>The key's number; null where the index holds nothing of it.</summary>
    public static Task<long?> FindAsync(NpgsqlConnection connection, ContentKey key, CancellationToken cancellation) =>
        connection.ScalarAsync<long?>(
            """
            SELECT id FROM neap.content_key WHERE chunker = $1 AND embedder = $2 AND dimensions = $3 AND encoding = $4
              AND limit_bytes = $5 AND lexical = $6
            """,
            cancellation, Values(key));

    /// <summary>The key's number, which is given now where it has none, together with its tables.</summary>
    public static async Task<long> FindOrAddAsync(
        NpgsqlConnection connection, ContentKey key, CancellationToken cancellation)
    {
        if (await FindAsync(connection, key, cancellation) is { } known)
        {
            return known;
        }

        var added = await connection.ScalarAsync<long?>(
            $"INSERT INTO neap.content_key({Columns}) VALUES($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id",
            cancellation, Values(key));
        if (added is not { } id)
        {
            return (await FindAsync(connection, key, cancellation))!.Value; // another run was faster
        }

        foreach (var statement in Migrations.CreateContent(id, key.Dimensions))
        {
            await connection.RunAsync(statement, cancellation);
        }

        return id;
    }

    /// <summary>All keys by their numbers.</summary>
    public static async Task<Dictionary<long, ContentKey>> AllAsync(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = await connection.ReadAsync(
            $"SELECT id, {Columns} FROM neap.content_key",
            row => (Id: row.GetInt64(0), Key: new ContentKey(
                row.GetString(1), row.GetString(2), row.GetInt32(3), Spelling.Read<VectorEncoding>(row.GetString(4)),
                row.GetInt64(5), row.GetBoolean(6))),
            cancellation);
        return rows.ToDictionary(row => row.Id, row => row.Key);
    }

    private static object[] Values(ContentKey key) =>
        [key.Chunker, key.Embedder, key.Dimensions, Names.Of(key.Encoding), key.LimitBytes, key.Lexical];
}
