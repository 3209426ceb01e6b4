using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Reads the table <c>revision</c>, and takes slots out of it.</summary>
internal static class Revisions
{
    private const string Columns =
        """
        SELECT slot, commit_id, tree_id, branch, key, path_rules, since, working_tree, published_at,
          collection, repository, ref, incomplete FROM revision
        """;

    private const string OfSlot = "collection=?1 AND repository=?2 AND ref=?3";

    /// <summary>The slot's number and revision; null where it was never synced.</summary>
    public static (long Id, Revision Revision)? Find(Database database, Slot slot, Func<long, ContentKey> key)
    {
        using var row = database.Prepare($"{Columns} WHERE {OfSlot}");
        row.Bind(1, slot.Collection).Bind(2, slot.Repository).Bind(3, slot.Ref);
        return row.Step() ? (row.Integer(0), Read(row, slot, key)) : null;
    }

    /// <summary>All revisions, ordered by collection, repository and ref.</summary>
    public static IReadOnlyList<Revision> All(Database database, Func<long, ContentKey> key)
    {
        using var row = database.Prepare(Columns + " ORDER BY collection, repository, ref");
        var revisions = new List<Revision>();
        while (row.Step())
        {
            revisions.Add(Read(row, new Slot(row.Text(9), row.Text(10), row.Text(11)), key));
        }

        return revisions;
    }

    /// <summary>Moves slots to other commits; their files stay as they are.</summary>
    public static void Carry(Database database, IReadOnlyList<Revision> carried)
    {
        foreach (var revision in carried)
        {
            database.Shared(
                $"UPDATE revision SET commit_id=?4, tree_id=?5, branch=?6, working_tree=?7, published_at=?8 WHERE {OfSlot}")
                .Bind(1, revision.Slot.Collection).Bind(2, revision.Slot.Repository).Bind(3, revision.Slot.Ref)
                .Bind(4, revision.Commit.ToString()).Bind(5, revision.Tree.ToString()).Bind(6, revision.Branch)
                .Bind(7, revision.WorkingTree).Bind(8, Words.Of(revision.PublishedAt)).Run();
        }
    }

    /// <summary>Takes slots away, with whatever files they still have.</summary>
    public static void Remove(Database database, IReadOnlyList<Slot> slots)
    {
        foreach (var slot in slots)
        {
            database.Shared($"DELETE FROM file WHERE slot=(SELECT slot FROM revision WHERE {OfSlot})")
                .Bind(1, slot.Collection).Bind(2, slot.Repository).Bind(3, slot.Ref).Run();
            database.Shared($"DELETE FROM revision WHERE {OfSlot}")
                .Bind(1, slot.Collection).Bind(2, slot.Repository).Bind(3, slot.Ref).Run();
        }
    }

    private static Revision Read(Statement row, Slot slot, Func<long, ContentKey> key) => new()
    {
        Slot = slot,
        Commit = new CommitId(Words.ReadId(row.Text(1))),
        Tree = new TreeId(Words.ReadId(row.Text(2))),
        Branch = row.TextOrNull(3),
        Content = key(row.Integer(4)),
        PathRules = row.Text(5),
        Since = Words.ReadCommit(row.TextOrNull(6)),
        WorkingTree = row.Integer(7) != 0,
        PublishedAt = Words.ReadTime(row.Text(8)),
        Incomplete = row.Integer(12) != 0,
    };
}
