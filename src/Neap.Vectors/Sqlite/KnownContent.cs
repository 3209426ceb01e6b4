using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Which blobs the index has read under a content key.</summary>
internal static class KnownContent
{
    /// <summary>The standings of known blobs; unknown ones are left out.</summary>
    public static IReadOnlyDictionary<BlobId, KnownBlob> Find(
        Database database, ContentKey key, IReadOnlyCollection<BlobId> blobs)
    {
        var known = new Dictionary<BlobId, KnownBlob>();
        if (ContentKeys.Find(database, key) is not { } id)
        {
            return known;
        }

        using var row = database.Prepare("SELECT state, reason, chunks, size FROM blob WHERE key=?1 AND oid=?2");
        row.Bind(1, id);
        foreach (var blob in blobs)
        {
            if (row.Bind(2, blob.Value.Bytes).Step())
            {
                known[blob] = new KnownBlob(Standings.Read(row, 0), row.Integer(3));
            }

            row.Reset();
        }

        return known;
    }

    /// <summary>Tells everybody who remembers numbers of blobs that some are gone.</summary>
    public static void NoteRemoval(Database database) =>
        database.Shared("UPDATE blob_sequence SET removals=removals+1").Run();

    /// <summary>
    /// Takes the key away from blobs: nobody finds them by content, while files that show them still do.
    /// </summary>
    public static void Forget(Database database, ContentKey key, IReadOnlyCollection<BlobId> blobs)
    {
        if (ContentKeys.Find(database, key) is not { } id)
        {
            return;
        }

        var forget = database.Shared("UPDATE blob SET key=NULL WHERE key=?1 AND oid=?2").Bind(1, id);
        foreach (var blob in blobs)
        {
            forget.Bind(2, blob.Value.Bytes).Run();
        }

        NoteRemoval(database);
    }
}
