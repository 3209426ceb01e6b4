using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Reads and writes the table <c>revision</c>.</summary>
internal static class RevisionRows
{
    /// <summary>Makes a revision the slot's; returns the slot's number.</summary>
    public static Task<long> WriteAsync(
        NpgsqlConnection connection, Publication publication, long key, CancellationToken cancellation)
    {
        var revision = publication.Revision;
        return connection.ScalarAsync<long>(
            """
            INSERT INTO neap.revision(
              collection, repository, ref, commit_id, tree_id, branch, key, path_rules, since, working_tree, published_at,
              incomplete, run_id, generation)
            VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, nextval('neap.generation'))
            ON CONFLICT(collection, repository, ref) DO UPDATE SET
              commit_id = $4, tree_id = $5, branch = $6, key = $7, path_rules = $8, since = $9, working_tree = $10,
              published_at = $11, incomplete = $12, run_id = $13, generation = excluded.generation
            RETURNING slot
            """,
            cancellation,
            revision.Slot.Collection, revision.Slot.Repository, revision.Slot.Ref, revision.Commit.ToString(),
            revision.Tree.ToString(), Commands.Text(revision.Branch), key, revision.PathRules,
            Commands.Text(revision.Since?.ToString()), revision.WorkingTree, revision.PublishedAt.UtcDateTime,
            revision.Incomplete, publication.Run.RunId);
    }

    /// <summary>Moves slots to other commits; their files stay as they are, and with them their run and generation.</summary>
    public static async Task CarryAsync(
        NpgsqlConnection connection, IReadOnlyList<Revision> carried, CancellationToken cancellation)
    {
        if (carried.Count == 0)
        {
            return;
        }

        await connection.RunAsync(
            """
            UPDATE neap.revision r SET commit_id = c.commit_id, tree_id = c.tree_id, branch = c.branch,
              working_tree = c.working_tree, published_at = c.published_at
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::timestamptz[])
              AS c(collection, repository, ref, commit_id, tree_id, branch, working_tree, published_at)
            WHERE (r.collection, r.repository, r.ref) = (c.collection, c.repository, c.ref)
            """,
            cancellation,
            All(revision => revision.Slot.Collection),
            All(revision => revision.Slot.Repository),
            All(revision => revision.Slot.Ref),
            All(revision => revision.Commit.ToString()),
            All(revision => revision.Tree.ToString()),
            All(revision => revision.Branch),
            All(revision => revision.WorkingTree),
            All(revision => revision.PublishedAt.UtcDateTime));

        T[] All<T>(Func<Revision, T> value) => [.. carried.Select(value)];
    }

    /// <summary>All revisions with their slots' numbers, ordered by collection, repository and ref in byte order.</summary>
    public static async Task<IReadOnlyList<SlotRow>> AllAsync(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        var keys = await ContentKeyRows.AllAsync(connection, cancellation);
        return await connection.ReadAsync(
            """
            SELECT slot, collection, repository, ref, commit_id, tree_id, branch, key, path_rules, since, working_tree,
              published_at, incomplete
            FROM neap.revision ORDER BY collection COLLATE "C", repository COLLATE "C", ref COLLATE "C"
            """,
            row => Read(row, keys),
            cancellation);
    }

    private static SlotRow Read(NpgsqlDataReader row, Dictionary<long, ContentKey> keys) => new(
        row.GetInt64(0),
        row.GetInt64(7),
        new Revision
        {
            Slot = new Slot(row.GetString(1), row.GetString(2), row.GetString(3)),
            Commit = new CommitId(Spelling.Id(row.GetString(4))),
            Tree = new TreeId(Spelling.Id(row.GetString(5))),
            Branch = row.TextOrNull(6),
            Content = keys[row.GetInt64(7)],
            PathRules = row.GetString(8),
            Since = Spelling.Commit(row.TextOrNull(9)),
            WorkingTree = row.GetBoolean(10),
            PublishedAt = Spelling.Time(row.GetDateTime(11)),
            Incomplete = row.GetBoolean(12),
        });
}

/// <summary>A revision and the numbers that stand for its slot and its content key.</summary>
internal sealed record SlotRow(long Id, long Key, Revision Revision);
