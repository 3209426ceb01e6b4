using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Notes the outcome of lines inside a transaction of the caller, and counts them in their run.</summary>
internal static class LineRows
{
    /// <summary>False where a batch was written before and only the answer was lost.</summary>
    /// <exception cref="InvalidOperationException">The run was never begun.</exception>
    public static async Task<bool> IsNewAsync(
        NpgsqlConnection connection, string runId, long batch, CancellationToken cancellation)
    {
        if (await connection.RunAsync(
            "UPDATE neap.sync_runs SET noted = $2 WHERE run_id = $1 AND noted < $2", cancellation, runId, batch) > 0)
        {
            return true;
        }

        await NumberAsync(connection, runId, cancellation);
        return false;
    }

    /// <summary>Notes lines and counts them.</summary>
    /// <exception cref="InvalidOperationException">The run was never begun.</exception>
    public static async Task<long> NoteAsync(
        NpgsqlConnection connection, LineOutcomes lines, CancellationToken cancellation)
    {
        if (lines.Count == 0)
        {
            return 0;
        }

        var (done, repaired) = await CompletedAsync(connection, lines, cancellation);
        var failed = 0L;
        foreach (var line in lines.Failed)
        {
            failed += await FailureRows.NoteAsync(connection, lines.RunId, line, cancellation) ? 1 : 0;
        }

        return await connection.RunAsync(
            """
            UPDATE neap.sync_runs SET processed_lines = processed_lines + $2, success_count = success_count + $3,
              error_count = error_count + $4, skipped_count = skipped_count + $5 WHERE run_id = $1
            """,
            cancellation, lines.RunId, done + failed - repaired + lines.Skipped, done, (long)lines.Failed.Count, lines.Skipped);
    }

    /// <summary>The lines that a run has done, after a number, in order.</summary>
    public static Task<List<CompletedLine>> AfterAsync(
        NpgsqlConnection connection, string runId, long after, CancellationToken cancellation) => connection.ReadAsync(
        """
        SELECT l.line_number, l.file_path, l.operation, l.completed_at, l.processing_time_us
        FROM neap.completed_lines l JOIN neap.sync_runs r ON r.number = l.run
        WHERE r.run_id = $1 AND l.line_number > $2 ORDER BY l.line_number LIMIT $3
        """,
        row => new CompletedLine(
            row.GetInt64(0),
            RepoPath.FromGit(row.GetFieldValue<byte[]>(1)),
            Spelling.Read<LineOperation>(row.GetString(2)),
            Spelling.Time(row.GetDateTime(3)),
            TimeSpan.FromMicroseconds(row.GetInt64(4))),
        cancellation, runId, after, FileRows.Page);

    /// <summary>How long lines took whose content had to be read.</summary>
    public static async Task<LineTimes> TimesAsync(
        NpgsqlConnection connection, string runId, CancellationToken cancellation)
    {
        var row = await connection.RowAsync(
            """
            SELECT count(*), coalesce(avg(l.processing_time_us)::float8, 0), coalesce(min(l.processing_time_us)::float8, 0),
              coalesce(max(l.processing_time_us)::float8, 0)
            FROM neap.completed_lines l JOIN neap.sync_runs r ON r.number = l.run
            WHERE r.run_id = $1 AND l.processing_time_us > 0
            """,
            cancellation, runId);
        return new LineTimes((long)row[0], Time(row[1]), Time(row[2]), Time(row[3]));
    }

    private static TimeSpan Time(object microseconds) => TimeSpan.FromMicroseconds((double)microseconds);

    private static async Task<long> NumberAsync(NpgsqlConnection connection, string runId, CancellationToken cancellation) =>
        await connection.ScalarAsync<long?>("SELECT number FROM neap.sync_runs WHERE run_id = $1", cancellation, runId)
            ?? throw new InvalidOperationException($"Run {runId} was never begun.");

    private static async Task<(long Done, long Repaired)> CompletedAsync(
        NpgsqlConnection connection, LineOutcomes lines, CancellationToken cancellation)
    {
        var number = await NumberAsync(connection, lines.RunId, cancellation);
        if (lines.Completed.Count == 0)
        {
            return (0, 0);
        }

        var row = await connection.RowAsync(
            """
            WITH done AS (
              INSERT INTO neap.completed_lines(run, line_number, file_path, operation, completed_at, processing_time_us)
              SELECT $1, l.number, l.path, l.operation, l.at, l.micros
              FROM unnest($3::bigint[], $4::bytea[], $5::text[], $6::timestamptz[], $7::bigint[])
                AS l(number, path, operation, at, micros)
              ON CONFLICT DO NOTHING RETURNING line_number),
            repaired AS (
              UPDATE neap.failed_lines SET state = 'done', resolved_by = $2
              WHERE run_id = $2 AND state = 'open' AND line_number IN (SELECT line_number FROM done) RETURNING 1)
            SELECT (SELECT count(*) FROM done), (SELECT count(*) FROM repaired)
            """,
            cancellation, number, lines.RunId,
            lines.Completed.Select(line => line.Number).ToArray(),
            lines.Completed.Select(line => line.Path.Bytes.ToArray()).ToArray(),
            lines.Completed.Select(line => Names.Of(line.Operation)).ToArray(),
            lines.Completed.Select(line => line.CompletedAt.UtcDateTime).ToArray(),
            lines.Completed.Select(line => (long)line.Time.TotalMicroseconds).ToArray());
        return ((long)row[0], (long)row[1]);
    }
}
