using Neap.Core;
using Neap.Vectors.Sqlite;

namespace Neap.Vectors.Servers;

/// <summary>
/// What the server still has to be told, kept in the local index and written in the same transaction as the flip: paths
/// whose entries changed, and for each slot the generation that the server shows.
/// </summary>
internal static class Outbox
{
    /// <summary>The server has the new entries of the path; the old ones still have to go.</summary>
    public const int Sent = 1;

    private const string OfSlot = "collection=?1 AND repository=?2 AND ref=?3";

    private static readonly string[] Tables =
    [
        """
        CREATE TABLE IF NOT EXISTS outbox(
          collection TEXT NOT NULL, repository TEXT NOT NULL, ref TEXT NOT NULL, path BLOB NOT NULL,
          generation INTEGER NOT NULL, state INTEGER NOT NULL, PRIMARY KEY(collection, repository, ref, path)) WITHOUT ROWID
        """,
        """
        CREATE TABLE IF NOT EXISTS shown(
          collection TEXT NOT NULL, repository TEXT NOT NULL, ref TEXT NOT NULL, generation INTEGER NOT NULL,
          target INTEGER NOT NULL, PRIMARY KEY(collection, repository, ref)) WITHOUT ROWID
        """,
    ];

    /// <summary>Notes the paths of a publication, inside its transaction, as long as the run's own lines are there.</summary>
    public static void Add(Database database, Publication publication)
    {
        foreach (var table in Tables)
        {
            database.Execute(table);
        }

        var slot = publication.Revision.Slot;
        Bind(database.Shared(
            """
            INSERT INTO shown(collection, repository, ref, generation, target) VALUES(?1, ?2, ?3, 0, ?4)
            ON CONFLICT DO UPDATE SET target=CASE WHEN target>generation THEN target ELSE target+?4 END
            """), slot).Bind(4, Generations.Stride()).Run();
        Add(database, slot, PathsOf(database, publication));
    }

    /// <summary>Notes everything anew: every path of the slot here, and those that the server holds.</summary>
    /// <param name="database">The local index, in a transaction.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="held">Paths of which the server holds points, of whatever generation.</param>
    /// <param name="latest">The latest generation of the server's points.</param>
    public static void AddAll(Database database, Slot slot, IEnumerable<RepoPath> held, long latest)
    {
        Bind(database.Shared($"UPDATE shown SET target=max(target, ?4) WHERE {OfSlot}"), slot)
            .Bind(4, latest + Generations.Stride()).Run();
        Add(database, slot, held);
        Bind(database.Shared(
            """
            INSERT OR REPLACE INTO outbox(collection, repository, ref, path, generation, state)
            SELECT ?1, ?2, ?3, f.path, s.target, 0 FROM shown s JOIN revision r USING(collection, repository, ref)
            JOIN file f ON f.slot=r.slot WHERE collection=?1 AND repository=?2 AND ref=?3
            """), slot).Run();
    }

    /// <summary>How far the server was brought.</summary>
    public static Generations GenerationsOf(Database database, Slot slot)
    {
        if (!Exists(database))
        {
            return default;
        }

        using var row = Bind(database.Prepare($"SELECT generation, target FROM shown WHERE {OfSlot}"), slot);
        return row.Step() ? new Generations(row.Integer(0), row.Integer(1)) : default;
    }

    /// <summary>True where the server has not yet been told everything.</summary>
    public static bool IsPending(Database database, Slot slot)
    {
        var (shown, target) = GenerationsOf(database, slot);
        if (shown != target)
        {
            return true;
        }

        if (target == 0)
        {
            return false;
        }

        using var row = Bind(database.Prepare($"SELECT 1 FROM outbox WHERE {OfSlot} LIMIT 1"), slot);
        return row.Step();
    }

    /// <summary>The next paths in a state, in byte order.</summary>
    public static List<RepoPath> Next(Database database, Slot slot, int state, int limit)
    {
        using var row = Bind(database.Prepare($"SELECT path FROM outbox WHERE {OfSlot} AND state=?4 ORDER BY path LIMIT ?5"), slot)
            .Bind(4, state).Bind(5, limit);
        var paths = new List<RepoPath>();
        while (row.Step())
        {
            paths.Add(RepoPath.FromGit(row.Bytes(0)));
        }

        return paths;
    }

    /// <summary>The server has said yes to the new entries of some paths.</summary>
    public static void NoteSent(Database database, Slot slot, IReadOnlyList<RepoPath> paths) =>
        ForEach(database, $"UPDATE outbox SET state={Sent} WHERE {OfSlot} AND path=?4", slot, paths);

    /// <summary>The server has said yes to everything about some paths.</summary>
    public static void Remove(Database database, Slot slot, IReadOnlyList<RepoPath> paths) =>
        ForEach(database, $"DELETE FROM outbox WHERE {OfSlot} AND path=?4", slot, paths);

    /// <summary>From now on readers see a generation of a slot.</summary>
    public static void Show(Database database, Slot slot, long generation) =>
        Bind(database.Shared($"UPDATE shown SET generation=?4 WHERE {OfSlot}"), slot).Bind(4, generation).Run();

    private static void Add(Database database, Slot slot, IEnumerable<RepoPath> paths)
    {
        var add = Bind(database.Shared(
            """
            INSERT OR REPLACE INTO outbox(collection, repository, ref, path, generation, state)
            SELECT ?1, ?2, ?3, ?4, target, 0 FROM shown WHERE collection=?1 AND repository=?2 AND ref=?3
            """), slot);
        foreach (var path in paths)
        {
            add.Bind(4, path.Bytes).Run();
        }
    }

    private static IEnumerable<RepoPath> PathsOf(Database database, Publication publication) => publication.IsStaged
        ? StagedRows.LastWords(database, StagedRows.NumberOf(database, publication.Run.RunId)).Select(file => file.Change.Path)
        : publication.Files.Select(change => change.Path);

    private static void ForEach(Database database, string sql, Slot slot, IReadOnlyList<RepoPath> paths)
    {
        var statement = Bind(database.Shared(sql), slot);
        foreach (var path in paths)
        {
            statement.Bind(4, path.Bytes).Run();
        }
    }

    private static bool Exists(Database database)
    {
        using var row = database.Prepare("SELECT 1 FROM sqlite_master WHERE name='shown'");
        return row.Step();
    }

    private static Statement Bind(Statement statement, Slot slot) =>
        statement.Bind(1, slot.Collection).Bind(2, slot.Repository).Bind(3, slot.Ref);
}
