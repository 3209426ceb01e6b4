using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>The table <c>sync_runs</c>, and the names that <c>repository</c> keeps.</summary>
internal static class RunRows
{
    /// <summary>Notes a run that begins; it gets the next number.</summary>
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
        return await connection.RunAsync(
            """
            INSERT INTO neap.sync_runs(
              run_id, started_at, input_source, collection_name, repository, ref, from_commit, to_commit, status, dry_run,
              total_lines, process_id)
            VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10, $11) ON CONFLICT DO NOTHING
            """,
            cancellation,
            run.RunId, run.StartedAt.UtcDateTime, Names.Of(run.Source), run.Slot.Collection, run.Slot.Repository,
            run.Slot.Ref, Commands.Text(run.FromCommit?.ToString()), run.ToCommit.ToString(), Names.Of(run.Status),
            run.Counts.Total, run.ProcessId);
    }

    /// <summary>Closes a run; what is counted stays as it was noted. One that was published stays so: its end was its flip.</summary>
    public static async Task<int> EndAsync(NpgsqlConnection connection, RunRecord run, CancellationToken cancellation)
    {
        var ended = await connection.RunAsync(
            "UPDATE neap.sync_runs SET status = $2, completed_at = $3, total_lines = $4 WHERE run_id = $1 AND status <> $5",
            cancellation, run.RunId, Names.Of(run.Status), Commands.Time(run.CompletedAt), run.Counts.Total,
            Names.Of(RunStatus.Completed));
        if (run.Status == RunStatus.Completed)
        {
            await Housekeeping.ClearObsoleteAsync(connection, run.Slot, cancellation);
        }

        return ended;
    }

    /// <summary>True where a run was published.</summary>
    public static async Task<bool> IsCompletedAsync(
        NpgsqlConnection connection, string runId, CancellationToken cancellation) =>
        await connection.ScalarAsync<string>("SELECT status FROM neap.sync_runs WHERE run_id = $1", cancellation, runId)
            == Names.Of(RunStatus.Completed);

    /// <summary>The newest runs first.</summary>
    public static async Task<IReadOnlyList<RunRecord>> FindAsync(
        NpgsqlConnection connection, RunQuery query, CancellationToken cancellation)
    {
        var held = await WriterLock.HeldAsync(connection, cancellation);
        var runs = await connection.ReadAsync(
            """
            SELECT run_id, started_at, completed_at, collection_name, repository, ref, from_commit, to_commit, status,
              process_id, input_source, total_lines, processed_lines, success_count, error_count, skipped_count,
              abandoned_at IS NOT NULL
            FROM neap.sync_runs
            WHERE ($1::text IS NULL OR run_id = $1) AND ($2::text IS NULL OR collection_name = $2)
              AND ($3::text IS NULL OR repository = $3) AND ($4::text IS NULL OR ref = $4)
            ORDER BY started_at DESC, number DESC
            """,
            row => Read(row, held),
            cancellation, Commands.Text(query.RunId), Commands.Text(query.Slot?.Collection),
            Commands.Text(query.Slot?.Repository), Commands.Text(query.Slot?.Ref));
        return [.. runs.Where(run => run.IsUnfinished || !query.Unfinished).Take(query.Limit)];
    }

    /// <summary>A run at work holds the lock of its collection and repository; one that does not is dead.</summary>
    private static RunRecord Read(NpgsqlDataReader row, HashSet<long> held)
    {
        var (processed, succeeded, skipped) = (row.GetInt64(12), row.GetInt64(13), row.GetInt64(15));
        var status = Spelling.Read<RunStatus>(row.GetString(8));
        var slot = new Slot(row.GetString(3), row.GetString(4), row.GetString(5));
        var isDead = status == RunStatus.Running && !held.Contains(WriterLock.Key(slot.Collection, slot.Repository));
        return new RunRecord
        {
            RunId = row.GetString(0),
            StartedAt = Spelling.Time(row.GetDateTime(1)),
            CompletedAt = row.IsDBNull(2) ? null : Spelling.Time(row.GetDateTime(2)),
            Slot = slot,
            FromCommit = Spelling.Commit(row.TextOrNull(6)),
            ToCommit = new CommitId(Spelling.Id(row.GetString(7))),
            Status = isDead ? RunStatus.Interrupted : status,
            ProcessId = row.GetInt32(9),
            Source = Spelling.Read<InputSource>(row.GetString(10)),
            IsAbandoned = row.GetBoolean(16),
            Counts = new RunCounts(row.GetInt64(11), succeeded, processed - succeeded - skipped, skipped)
            {
                Errors = row.GetInt64(14),
            },
        };
    }

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
