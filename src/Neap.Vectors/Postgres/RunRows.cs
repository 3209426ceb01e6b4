using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>The ledger: <c>repository</c>, <c>sync_runs</c> and <c>failed_lines</c>.</summary>
internal static class RunRows
{
    private const string InputSource = "git";

    /// <summary>Notes a run that begins.</summary>
    public static async Task<int> BeginAsync(
        NpgsqlConnection connection, RunRecord run, string gitDirectory, CancellationToken cancellation)
    {
        await ClaimAsync(connection, run.Slot.Repository, gitDirectory, cancellation);

        // Whoever begins holds the lock of this collection and repository, so the others that "run" are dead.
        await connection.RunAsync(
            """
            UPDATE neap.sync_runs SET status = $3, completed_at = $4
            WHERE status = $5 AND collection_name = $1 AND repository = $2 AND run_id <> $6
            """,
            cancellation, run.Slot.Collection, run.Slot.Repository, Names.Of(RunStatus.Interrupted),
            run.StartedAt.UtcDateTime, Names.Of(RunStatus.Running), run.RunId);
        return await WriteAsync(connection, run, cancellation);
    }

    /// <summary>Writes a run's record, over an earlier one of the same run.</summary>
    public static Task<int> WriteAsync(NpgsqlConnection connection, RunRecord run, CancellationToken cancellation)
    {
        var counts = run.Counts;
        return connection.RunAsync(
            """
            INSERT INTO neap.sync_runs(
              run_id, started_at, completed_at, input_source, collection_name, repository, ref, from_commit, to_commit,
              status, dry_run, total_lines, processed_lines, success_count, error_count, skipped_count, process_id)
            VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false, $11, $12, $13, $14, $15, $16)
            ON CONFLICT(run_id) DO UPDATE SET
              completed_at = $3, status = $10, total_lines = $11, processed_lines = $12, success_count = $13,
              error_count = $14, skipped_count = $15
            """,
            cancellation,
            run.RunId, run.StartedAt.UtcDateTime, Commands.Time(run.CompletedAt), InputSource, run.Slot.Collection,
            run.Slot.Repository, run.Slot.Ref, Commands.Text(run.FromCommit?.ToString()), run.ToCommit.ToString(),
            Names.Of(run.Status), counts.Total, counts.Succeeded + counts.Failed + counts.Skipped, counts.Succeeded,
            counts.Failed, counts.Skipped, run.ProcessId);
    }

    /// <summary>True where a run was published.</summary>
    public static async Task<bool> IsCompletedAsync(
        NpgsqlConnection connection, string runId, CancellationToken cancellation) =>
        await connection.ScalarAsync<string>("SELECT status FROM neap.sync_runs WHERE run_id = $1", cancellation, runId)
            == Names.Of(RunStatus.Completed);

    /// <summary>Notes the files that a run could not index.</summary>
    public static async Task WriteFailuresAsync(
        NpgsqlConnection connection, RunRecord run, IReadOnlyList<FailedLine> failures, CancellationToken cancellation)
    {
        var at = (run.CompletedAt ?? run.StartedAt).UtcDateTime;
        if (failures.Count > 0)
        {
            await connection.RunAsync(
                """
                INSERT INTO neap.failed_lines(
                  run_id, line_number, file_path, operation, repository, category, error_message, retry_count, last_attempt)
                SELECT $1, f.line, f.path, f.operation, $2, f.category, f.message, 0, $3
                FROM unnest($4::bytea[], $5::text[], $6::text[], $7::text[])
                  WITH ORDINALITY AS f(path, operation, category, message, line)
                """,
                cancellation, run.RunId, run.Slot.Repository, at,
                failures.Select(line => line.Path.Bytes.ToArray()).ToArray(),
                failures.Select(line => line.Operation).ToArray(),
                failures.Select(line => Names.Of(line.Category)).ToArray(),
                failures.Select(line => line.Message).ToArray());
        }
    }

    /// <summary>The newest runs first.</summary>
    public static async Task<IReadOnlyList<RunRecord>> NewestAsync(
        NpgsqlConnection connection, int limit, CancellationToken cancellation) => await connection.ReadAsync(
        """
        SELECT run_id, started_at, completed_at, collection_name, repository, ref, from_commit, to_commit, status,
          process_id, total_lines, success_count, error_count, skipped_count
        FROM neap.sync_runs ORDER BY started_at DESC, run_id DESC LIMIT $1
        """,
        Read,
        cancellation,
        limit);

    private static RunRecord Read(NpgsqlDataReader row) => new()
    {
        RunId = row.GetString(0),
        StartedAt = Spelling.Time(row.GetDateTime(1)),
        CompletedAt = row.IsDBNull(2) ? null : Spelling.Time(row.GetDateTime(2)),
        Slot = new Slot(row.GetString(3), row.GetString(4), row.GetString(5)),
        FromCommit = Spelling.Commit(row.TextOrNull(6)),
        ToCommit = new CommitId(Spelling.Id(row.GetString(7))),
        Status = Spelling.Read<RunStatus>(row.GetString(8)),
        ProcessId = row.GetInt32(9),
        Counts = new RunCounts(row.GetInt64(10), row.GetInt64(11), row.GetInt64(12), row.GetInt64(13)),
    };

    private static async Task ClaimAsync(
        NpgsqlConnection connection, string name, string gitDirectory, CancellationToken cancellation)
    {
        var owner = await connection.ScalarAsync<string>(
            "SELECT git_dir FROM neap.repository WHERE name = $1", cancellation, name) ?? gitDirectory;

        // A repository that was moved keeps its name: nobody else answers at the old place.
        if (owner != gitDirectory && Directory.Exists(owner))
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The name '{name}' already belongs to the repository at {owner}; {gitDirectory} is another one.",
                "Nothing changed. Use another index with `--store`, or another name for this repository.");
        }

        await connection.RunAsync(
            "INSERT INTO neap.repository(name, git_dir) VALUES($1, $2) ON CONFLICT(name) DO UPDATE SET git_dir = $2",
            cancellation, name, gitDirectory);
    }
}
