using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Deletes content that no file shows, a bounded number of blobs a transaction.</summary>
/// <remarks>
/// A row of the lexical index cannot be deleted without its words, which nobody keeps. Rows of deleted chunks stay and
/// are never shown, because chunk ids are never used again; when they are many, the table is written anew from the
/// pairs of word and chunk that it holds itself.
/// </remarks>
internal static class Compactor
{
    private const int BlobsATransaction = 2000;

    /// <summary>More than 1,000 rows and a quarter of a lexical index belong to chunks that are gone.</summary>
    private const string Wasteful =
        "SELECT id FROM content_key WHERE lexical AND lexical_rows - chunks > max(1000, lexical_rows / 4)";

    /// <summary>Deletes some blobs and returns how many; 0 when none is left or a run is at work.</summary>
    public static long DeleteSomeBlobs(Database database)
    {
        if (IsRunAtWork(database))
        {
            return 0;
        }

        var dead = FindDead(database);
        var chunks = database.Shared("DELETE FROM chunk WHERE id>=?1 AND id<?2");
        foreach (var (id, madeWith) in dead)
        {
            chunks.Bind(1, id << Schema.OrdinalBits).Bind(2, (id + 1) << Schema.OrdinalBits).Run();
            database.Shared("UPDATE content_key SET chunks=chunks-?2 WHERE id=?1")
                .Bind(1, madeWith).Bind(2, database.Changes).Run();
            database.Shared("DELETE FROM blob WHERE id=?1").Bind(1, id).Run();
        }

        if (dead.Count > 0)
        {
            KnownContent.NoteRemoval(database);
        }

        return dead.Count;
    }

    /// <summary>Drops keys that nothing uses and rewrites lexical indexes that are mostly waste.</summary>
    public static void Tidy(Database database)
    {
        if (IsRunAtWork(database))
        {
            return;
        }

        foreach (var key in Keys(database,
            """
            SELECT id FROM content_key
            WHERE id NOT IN (SELECT made_with FROM blob) AND id NOT IN (SELECT key FROM revision)
            """))
        {
            database.Execute($"DROP TABLE IF EXISTS {Schema.LexicalTable(key)}");
            database.Shared("DELETE FROM content_key WHERE id=?1").Bind(1, key).Run();
        }

        foreach (var key in Keys(database, Wasteful))
        {
            RewriteLexical(database, key);
        }

        foreach (var key in Keys(database, "SELECT id FROM content_key WHERE lexical"))
        {
            database.Execute(Schema.MergeLexical(key));
        }
    }

    private static List<(long Id, long MadeWith)> FindDead(Database database)
    {
        using var row = database.Prepare(
            """
            SELECT id, made_with FROM blob WHERE id NOT IN (SELECT blob FROM file WHERE blob IS NOT NULL) LIMIT ?1
            """);
        row.Bind(1, BlobsATransaction);
        var dead = new List<(long, long)>();
        while (row.Step())
        {
            dead.Add((row.Integer(0), row.Integer(1)));
        }

        return dead;
    }

    private static List<long> Keys(Database database, string sql)
    {
        using var row = database.Prepare(sql);
        var keys = new List<long>();
        while (row.Step())
        {
            keys.Add(row.Integer(0));
        }

        return keys;
    }

    private static void RewriteLexical(Database database, long key)
    {
        var table = Schema.LexicalTable(key);
        database.Execute($"CREATE VIRTUAL TABLE temp.postings USING fts5vocab(main, {table}, instance)");
        database.Execute(
            """
            CREATE TEMP TABLE kept AS SELECT doc, group_concat(term, ' ') AS terms FROM temp.postings
            WHERE EXISTS (SELECT 1 FROM chunk WHERE id = doc) GROUP BY doc
            """);
        database.Execute($"INSERT INTO {table}({table}) VALUES('delete-all')");
        database.Execute($"INSERT INTO {table}(rowid, terms) SELECT doc, terms FROM temp.kept ORDER BY doc");
        database.Shared("UPDATE content_key SET lexical_rows=(SELECT count(*) FROM temp.kept) WHERE id=?1")
            .Bind(1, key).Run();
        database.Execute("DROP TABLE temp.kept");
        database.Execute("DROP TABLE temp.postings");
    }

    private static bool IsRunAtWork(Database database)
    {
        using var row = database.Prepare("SELECT process_id FROM sync_runs WHERE status=?1");
        row.BindUtf8(1, Words.Of(RunStatus.Running));
        while (row.Step())
        {
            if (Processes.IsAlive((int)row.Integer(0)))
            {
                return true;
            }
        }

        return false;
    }
}
