using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>The table <c>failed_lines</c>: what still fails, and what put an end to it.</summary>
internal static class FailureRows
{
    private const string OfQuery =
        """
        f.state='open' AND (?1 IS NULL OR f.run_id=?1)
          AND (?2 IS NULL OR r.collection_name=?2) AND (?3 IS NULL OR r.repository=?3) AND (?4 IS NULL OR r.ref=?4)
        """;

    /// <summary>What still fails, the newest run first.</summary>
    public static IReadOnlyList<LedgerFailure> Find(Database database, FailureQuery query)
    {
        var format = database.Scalar("PRAGMA user_version");
        var isFirstFormat = format < 2;
        using var row = database.Prepare(
            $"""
            SELECT f.run_id, r.collection_name, r.repository, r.ref, f.line_number, f.file_path, f.operation, f.category,
              f.error_message, f.payload, f.retry_count, f.last_attempt, {(isFirstFormat ? "NULL" : "f.blob")},
              {(format < 4 ? "NULL" : "f.source_line")}
            FROM failed_lines f JOIN sync_runs r ON r.run_id=f.run_id
            WHERE {(isFirstFormat ? OfQuery.Replace("f.state='open'", "1", StringComparison.Ordinal) : OfQuery)}
            ORDER BY r.started_at DESC, r.run_id DESC, f.line_number LIMIT ?5
            """);
        Bind(row, query).Bind(5, query.Limit);
        var failures = new List<LedgerFailure>();
        while (row.Step())
        {
            failures.Add(new LedgerFailure(row.Text(0), new Slot(row.Text(1), row.Text(2), row.Text(3)), Line(row)));
        }

        return failures;
    }

    /// <summary>Forgets failures without repairing them.</summary>
    public static long Forget(Database database, FailureQuery query)
    {
        Bind(database.Shared(
            $"""
            UPDATE failed_lines SET state='forgotten' WHERE (run_id, line_number) IN (
              SELECT f.run_id, f.line_number FROM failed_lines f JOIN sync_runs r ON r.run_id=f.run_id WHERE {OfQuery})
            """), query).Run();
        return database.Changes;
    }

    /// <summary>
    /// A failure is over when the index no longer shows its path as failed. A feed speaks for its own paths alone. The
    /// run that had the failure then counts one more success; that it had an error stays.
    /// </summary>
    public static void Resolve(Database database, RunRecord run, long slot)
    {
        database.Shared(
            $"""
            UPDATE failed_lines SET state='done', resolved_by=?1
            WHERE state='open' AND run_id<>?1 AND length(file_path) > 0
              AND run_id IN (SELECT run_id FROM sync_runs WHERE collection_name=?3 AND repository=?4 AND ref=?5)
              AND NOT EXISTS (SELECT 1 FROM file JOIN blob ON blob.id=file.blob
                WHERE file.slot=?2 AND file.path=failed_lines.file_path AND blob.state='failed')
              AND (?6 OR file_path IN (
                SELECT file_path FROM completed_lines WHERE completed_lines.run_id=?1))
            """)
            .Bind(1, run.RunId).Bind(2, slot).Bind(3, run.Slot.Collection).Bind(4, run.Slot.Repository)
            .Bind(5, run.Slot.Ref).Bind(6, run.Source != InputSource.Stdin).Run();
        if (database.Changes > 0)
        {
            database.Shared(
                """
                UPDATE sync_runs SET success_count=success_count + (SELECT count(*) FROM failed_lines f
                  WHERE f.run_id=sync_runs.run_id AND f.resolved_by=?1 AND f.state='done')
                WHERE run_id<>?1 AND run_id IN (SELECT run_id FROM failed_lines WHERE resolved_by=?1 AND state='done')
                """).Bind(1, run.RunId).Run();
        }
    }

    private static Statement Bind(Statement statement, FailureQuery query) => statement.Bind(1, query.RunId)
        .Bind(2, query.Slot?.Collection).Bind(3, query.Slot?.Repository).Bind(4, query.Slot?.Ref);

    private static FailedLine Line(Statement row) => new()
    {
        Number = row.Integer(4),
        SourceLine = row.IsNull(13) ? null : row.Integer(13),
        Path = row.Bytes(5) is { IsEmpty: false } path ? RepoPath.FromGit(path) : null,
        Operation = Words.ReadLineOperation(row.Bytes(6)),
        Category = Words.ReadFailureCategory(row.Bytes(7)),
        Message = row.Text(8),
        Payload = row.TextOrNull(9),
        Attempts = (int)row.Integer(10) + 1,
        LastAttempt = Words.ReadTime(row.Text(11)),
        Blob = row.IsNull(12) ? null : new BlobId(ObjectId.FromBytes(row.Bytes(12))),
    };
}
