using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Writes the flip inside a transaction of the caller: revision, file map, run and failures.</summary>
internal static class Publisher
{
    /// <exception cref="InvalidOperationException">A path's content was never put.</exception>
    public static void Publish(Database database, Publication publication, PutIds ids)
    {
        var key = ContentKeys.FindOrAdd(database, publication.Revision.Content);
        var slot = WriteRevision(database, publication.Revision, key);
        ids.Refresh(database, key);
        WriteFiles(database, FilesOf(database, publication), slot, blob => FindBlob(database, ids, key, blob));
        if (publication.Retires)
        {
            Revisions.Remove(database, [publication.Revision.Slot]);
        }

        LineWriter.Note(database, publication.Lines);
        Runs.End(database, publication.Run);
        FailureRows.Resolve(database, publication.Run, slot);
        StagedRows.ForgetFinished(database);
    }

    private static IEnumerable<FileMapChange> FilesOf(Database database, Publication publication) => publication.IsStaged
        ? StagedRows.LastWords(database, StagedRows.NumberOf(database, publication.Run.RunId)).Select(file => file.Change)
        : publication.Files;

    private static void WriteFiles(
        Database database, IEnumerable<FileMapChange> changes, long slot, Func<BlobId, long?> find)
    {
        var written = database.Shared(
            "INSERT OR REPLACE INTO file(slot, path, oid, mode, skip, blob) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .Bind(1, slot);
        var removed = database.Shared("DELETE FROM file WHERE slot=?1 AND path=?2").Bind(1, slot);
        foreach (var change in changes)
        {
            switch (change)
            {
                case FileMapChange.Put { Skip: { } reason } put:
                    BindTo(written, put).BindUtf8(5, Words.Of(reason)).BindNull(6).Run();
                    break;
                case FileMapChange.Put put:
                    BindTo(written, put).BindNull(5).Bind(6, find(put.Blob) ?? throw NeverPut(put)).Run();
                    break;
                default:
                    removed.Bind(2, change.Path.Bytes).Run();
                    break;
            }
        }
    }

    private static long? FindBlob(Database database, PutIds ids, long key, BlobId blob)
    {
        if (ids.TryGet(blob, out var known))
        {
            return known;
        }

        var row = database.Shared("SELECT id FROM blob WHERE key=?1 AND oid=?2")
            .Bind(1, key).Bind(2, blob.Value.Bytes);
        long? id = row.Step() ? row.Integer(0) : null;
        row.Reset();
        return id;
    }

    private static Statement BindTo(Statement statement, FileMapChange.Put put) =>
        statement.Bind(2, put.Path.Bytes).Bind(3, put.Blob.Value.Bytes).BindUtf8(4, Words.Of(put.Mode));

    private static InvalidOperationException NeverPut(FileMapChange.Put put) =>
        new($"'{put.Path}' cannot be published: the content of blob {put.Blob} was never put.");

    private static long WriteRevision(Database database, Revision revision, long key)
    {
        using var statement = database.Prepare(
            """
            INSERT INTO revision(
              collection, repository, ref, commit_id, tree_id, branch, key, path_rules, since, working_tree, published_at,
              incomplete)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            ON CONFLICT(collection, repository, ref) DO UPDATE SET
              commit_id=?4, tree_id=?5, branch=?6, key=?7, path_rules=?8, since=?9, working_tree=?10, published_at=?11,
              incomplete=?12
            RETURNING slot
            """);
        statement.Bind(1, revision.Slot.Collection).Bind(2, revision.Slot.Repository).Bind(3, revision.Slot.Ref)
            .Bind(4, revision.Commit.ToString()).Bind(5, revision.Tree.ToString()).Bind(6, revision.Branch)
            .Bind(7, key).Bind(8, revision.PathRules).Bind(9, revision.Since?.ToString())
            .Bind(10, revision.WorkingTree).Bind(11, Words.Of(revision.PublishedAt))
            .Bind(12, revision.Incomplete);
        statement.Step();
        var slot = statement.Integer(0);
        while (statement.Step())
        {
        }

        return slot;
    }
}
