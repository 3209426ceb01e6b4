using Neap.Core;
using Npgsql;
using NpgsqlTypes;

namespace Neap.Vectors.Postgres;

/// <summary>The table <c>failed_lines</c>: what still fails, and what put an end to it.</summary>
internal static class FailureRows
{
    private const string OfQuery =
        """
        f.state = 'open' AND ($1::text IS NULL OR f.run_id = $1) AND ($2::text IS NULL OR r.collection_name = $2)
          AND ($3::text IS NULL OR r.repository = $3) AND ($4::text IS NULL OR r.ref = $4)
        """;

    /// <summary>What still fails, the newest run first.</summary>
    public static async Task<IReadOnlyList<LedgerFailure>> FindAsync(
        NpgsqlConnection connection, FailureQuery query, CancellationToken cancellation) => await connection.ReadAsync(
        $"""
        SELECT f.run_id, r.collection_name, r.repository, r.ref, f.line_number, f.file_path, f.operation, f.category,
          f.error_message, f.payload, f.retry_count, f.last_attempt, f.blob, f.source_line
        FROM neap.failed_lines f JOIN neap.sync_runs r ON r.run_id = f.run_id
        WHERE {OfQuery} ORDER BY r.started_at DESC, r.number DESC, f.line_number LIMIT $5
        """,
        row => new LedgerFailure(
            row.GetString(0), new Slot(row.GetString(1), row.GetString(2), row.GetString(3)), Line(row)),
        cancellation, [.. Values(query), query.Limit]);

    /// <summary>Forgets failures without repairing them.</summary>
    public static Task<int> ForgetAsync(
        NpgsqlConnection connection, FailureQuery query, CancellationToken cancellation) => connection.RunAsync(
        $"""
        UPDATE neap.failed_lines SET state = 'forgotten' WHERE (run_id, line_number) IN (
          SELECT f.run_id, f.line_number FROM neap.failed_lines f JOIN neap.sync_runs r ON r.run_id = f.run_id
          WHERE {OfQuery})
        """,
        cancellation, Values(query));

    /// <summary>Notes a failure; one of the same path and content is continued, one of other content is replaced.</summary>
    /// <returns>True where the line had not failed before in this run.</returns>
    public static async Task<bool> NoteAsync(
        NpgsqlConnection connection, string runId, FailedLine line, CancellationToken cancellation)
    {
        var path = line.Path is { } known ? known.Bytes.ToArray() : [];
        var blob = new NpgsqlParameter
        {
            NpgsqlDbType = NpgsqlDbType.Bytea,
            Value = line.Blob is { } content ? content.Value.Bytes.ToArray() : DBNull.Value,
        };
        var isNew = await connection.ScalarAsync<bool>(
            """
            INSERT INTO neap.failed_lines(
              run_id, line_number, file_path, operation, repository, category, error_message, payload, retry_count,
              last_attempt, blob, source_line)
            SELECT r.run_id, $2, $3, $4, r.repository, $5, $6, $7,
              greatest(0, $8 - 1 + coalesce((
                SELECT max(f.retry_count) + 1 FROM neap.failed_lines f JOIN neap.sync_runs o ON o.run_id = f.run_id
                WHERE length($3) > 0 AND f.file_path = $3 AND f.blob IS NOT DISTINCT FROM $10 AND f.state = 'open' AND f.run_id <> $1
                  AND (o.collection_name, o.repository, o.ref) = (r.collection_name, r.repository, r.ref)), 0)), $9, $10, $11
            FROM neap.sync_runs r WHERE r.run_id = $1
            ON CONFLICT(run_id, line_number) DO UPDATE SET category = $5, error_message = $6, state = 'open',
              resolved_by = NULL, retry_count = neap.failed_lines.retry_count + $8, last_attempt = $9
            RETURNING xmax = 0
            """,
            cancellation, runId, line.Number, path, Names.Of(line.Operation), Names.Of(line.Category),
            Spelling.Words(line.Message), Commands.Text(Spelling.Words(line.Payload)), line.Attempts, line.LastAttempt.UtcDateTime, blob,
            Commands.Number(line.SourceLine));
        if (path.Length > 0)
        {
            await ReplaceAsync(connection, runId, path, cancellation);
        }

        return isNew;
    }

    /// <summary>
    /// A failure is over when the index no longer shows its path as failed. A feed speaks for its own paths alone. The
    /// run that had the failure then counts one more success; that it had an error stays.
    /// </summary>
    public static Task<int> ResolveAsync(
        NpgsqlConnection connection, RunRecord run, long slot, CancellationToken cancellation) => connection.RunAsync(
        $"""
        WITH resolved AS (
          UPDATE neap.failed_lines f SET state = 'done', resolved_by = $1
          FROM neap.sync_runs r WHERE r.run_id = f.run_id AND f.state = 'open' AND f.run_id <> $1
            AND length(f.file_path) > 0 AND r.collection_name = $3 AND r.repository = $4 AND r.ref = $5
            AND NOT EXISTS(SELECT 1 FROM neap.file JOIN neap.blob ON blob.id = file.blob
              WHERE file.slot = $2 AND {PathIndex.Head("file.path")} = {PathIndex.Head("f.file_path")}
                AND file.path = f.file_path AND blob.state = 'failed')
            AND ($6 OR f.file_path IN (
              SELECT l.file_path FROM neap.completed_lines l JOIN neap.sync_runs own ON own.number = l.run
              WHERE own.run_id = $1))
          RETURNING f.run_id)
        UPDATE neap.sync_runs r SET success_count = success_count + n.count
        FROM (SELECT run_id, count(*) AS count FROM resolved GROUP BY run_id) n WHERE n.run_id = r.run_id
        """,
        cancellation, run.RunId, slot, run.Slot.Collection, run.Slot.Repository, run.Slot.Ref, run.Source != InputSource.Stdin);

    private static Task<int> ReplaceAsync(
        NpgsqlConnection connection, string runId, byte[] path, CancellationToken cancellation) => connection.RunAsync(
        """
        UPDATE neap.failed_lines f SET state = 'replaced', resolved_by = $2
        FROM neap.sync_runs r, neap.sync_runs own
        WHERE f.file_path = $1 AND f.state = 'open' AND f.run_id <> $2 AND r.run_id = f.run_id AND own.run_id = $2
          AND (r.collection_name, r.repository, r.ref) = (own.collection_name, own.repository, own.ref)
        """,
        cancellation, path, runId);

    private static object[] Values(FailureQuery query) =>
    [
        Commands.Text(query.RunId), Commands.Text(query.Slot?.Collection), Commands.Text(query.Slot?.Repository),
        Commands.Text(query.Slot?.Ref),
    ];

    private static FailedLine Line(NpgsqlDataReader row) => new()
    {
        Number = row.GetInt64(4),
        SourceLine = row.IsDBNull(13) ? null : row.GetInt64(13),
        Path = row.GetFieldValue<byte[]>(5) is { Length: > 0 } path ? RepoPath.FromGit(path) : null,
        Operation = Spelling.Read<LineOperation>(row.GetString(6)),
        Category = Spelling.Read<FailureCategory>(row.GetString(7)),
        Message = row.GetString(8),
        Payload = row.TextOrNull(9),
        Attempts = row.GetInt32(10) + 1,
        LastAttempt = Spelling.Time(row.GetDateTime(11)),
        Blob = row.IsDBNull(12) ? null : new BlobId(ObjectId.FromBytes(row.GetFieldValue<byte[]>(12))),
    };
}
