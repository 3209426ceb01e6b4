using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Finds the run of a feed that was cut off, and opens it again, inside a transaction of the caller.</summary>
internal static class OpenRuns
{
    /// <summary>The newest run of a slot that kept lines and did not publish them runs again; null where there is none.</summary>
    public static async Task<string?> ReopenAsync(
        NpgsqlConnection connection, Slot slot, ContentKey key, int processId, CancellationToken cancellation)
    {
        var open = await connection.ReadAsync(
            """
            SELECT number, run_id FROM neap.sync_runs run
            WHERE collection_name = $1 AND repository = $2 AND ref = $3 AND input_source = $4 AND status <> $5
              AND abandoned_at IS NULL AND EXISTS(SELECT 1 FROM neap.staged_line s WHERE s.run = run.number)
            ORDER BY number DESC LIMIT 1
            """,
            row => (Number: row.GetInt64(0), Id: row.GetString(1)),
            cancellation,
            slot.Collection, slot.Repository, slot.Ref, Names.Of(InputSource.Stdin), Names.Of(RunStatus.Completed));
        if (open is not [var run])
        {
            return null;
        }

        await ForgetUnknownAsync(connection, run.Number, await ContentKeyRows.FindAsync(connection, key, cancellation), cancellation);

        // Lines of the earlier attempt may come again with numbers below those that it noted last.
        await connection.RunAsync(
            "UPDATE neap.sync_runs SET status = $2, completed_at = NULL, process_id = $3, noted = 0 WHERE number = $1",
            cancellation, run.Number, Names.Of(RunStatus.Running), processId);
        return run.Id;
    }

    /// <summary>
    /// Content that nobody shows may have been removed in between; its lines have to be read again. Lines that are done or
    /// failed have entries of their own and are not counted again; for those left out the staged line was the only one.
    /// </summary>
    private static Task<int> ForgetUnknownAsync(
        NpgsqlConnection connection, long run, long? key, CancellationToken cancellation) => connection.RunAsync(
        """
        WITH gone AS (
          DELETE FROM neap.staged_line WHERE run = $1 AND line IN (
            SELECT s.line FROM neap.staged_line s WHERE s.run = $1 AND s.oid IS NOT NULL AND s.skip IS NULL
              AND NOT EXISTS(SELECT 1 FROM neap.blob b WHERE b.key = $2 AND b.oid = s.oid))
          RETURNING line),
        skipped AS (
          SELECT count(DISTINCT g.line) AS lines FROM gone g
          WHERE NOT EXISTS(SELECT 1 FROM neap.completed_lines l WHERE l.run = $1 AND l.line_number = g.line)
            AND NOT EXISTS(SELECT 1 FROM neap.failed_lines f JOIN neap.sync_runs r ON r.run_id = f.run_id
              WHERE r.number = $1 AND f.line_number = g.line))
        UPDATE neap.sync_runs SET processed_lines = processed_lines - skipped.lines, skipped_count = skipped_count - skipped.lines
        FROM skipped WHERE number = $1
        """,
        cancellation, run, key ?? 0);
}
