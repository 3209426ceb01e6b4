using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Sqlite;

/// <summary>The content keys of an index and the numbers that stand for them.</summary>
internal static class ContentKeys
{
    /// <summary>The key's number; null where the index holds nothing of it.</summary>
    public static long? Find(Database database, ContentKey key)
    {
        var statement = BindTo(database.Shared(
            """
            SELECT id FROM content_key WHERE chunker=?1 AND embedder=?2 AND dimensions=?3 AND encoding=?4
              AND limit_bytes=?5 AND lexical=?6
            """), key);
        long? id = statement.Step() ? statement.Integer(0) : null;
        statement.Reset();
        return id;
    }

    /// <summary>The key's number, which is given now where it has none, together with its lexical index.</summary>
    public static long FindOrAdd(Database database, ContentKey key)
    {
        if (Find(database, key) is { } known)
        {
            return known;
        }

        BindTo(database.Shared(
            """
            INSERT INTO content_key(chunker, embedder, dimensions, encoding, limit_bytes, lexical)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6)
            """), key).Run();
        var id = Find(database, key)!.Value;
        if (key.Lexical)
        {
            foreach (var statement in Schema.CreateLexical(id))
            {
                database.Execute(statement);
            }
        }

        return id;
    }

    /// <summary>The key with this number.</summary>
    public static ContentKey Get(Database database, long id)
    {
        using var statement = database.Prepare(
            "SELECT chunker, embedder, dimensions, encoding, limit_bytes, lexical FROM content_key WHERE id=?1");
        return statement.Bind(1, id).Step()
            ? new ContentKey(
                statement.Text(0), statement.Text(1), (int)statement.Integer(2),
                Words.ReadVectorEncoding(statement.Bytes(3)), statement.Integer(4), statement.Integer(5) != 0)
            : throw IndexDamage.Of($"content key {id} is not in {database.Path}.");
    }

    private static Statement BindTo(Statement statement, ContentKey key) => statement
        .Bind(1, key.Chunker).Bind(2, key.Embedder).Bind(3, key.Dimensions).BindUtf8(4, Words.Of(key.Encoding))
        .Bind(5, key.LimitBytes).Bind(6, key.Lexical);
}
