using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>The ledger: <c>repository</c>, <c>sync_runs</c> and <c>failed_lines</c>.</summary>
internal static class Runs
{
    private const string InputSource = "git";

    /// <summary>Notes a run that begins.</summary>
    public static void Begin(Database database, RunRecord run, string gitDirectory)
    {
        Claim(database, run.Slot.Repository, gitDirectory);

        // Whoever begins holds the lock of this collection and repository, so the others that "run" are dead.
        database.Shared(
            """
            UPDATE sync_runs SET status=?3, completed_at=?4
            WHERE status=?5 AND collection_name=?1 AND repository=?2 AND run_id<>?6
            """)
            .Bind(1, run.Slot.Collection).Bind(2, run.Slot.Repository).BindUtf8(3, Words.Of(RunStatus.Interrupted))
            .Bind(4, Words.Of(run.StartedAt)).BindUtf8(5, Words.Of(RunStatus.Running)).Bind(6, run.RunId).Run();
        Write(database, run);
    }

    /// <summary>Writes a run's record, over an earlier one of the same run.</summary>
    public static void Write(Database database, RunRecord run)
    {
        var counts = run.Counts;
        database.Shared(
            """
            INSERT OR REPLACE INTO sync_runs(
              run_id, started_at, completed_at, input_source, collection_name, repository, ref, from_commit, to_commit,
              status, dry_run, total_lines, processed_lines, success_count, error_count, skipped_count, process_id)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?11, ?12, ?13, ?14, ?15, ?16)
            """)
            .Bind(1, run.RunId).Bind(2, Words.Of(run.StartedAt))
            .Bind(3, run.CompletedAt is { } end ? Words.Of(end) : null).Bind(4, InputSource)
            .Bind(5, run.Slot.Collection).Bind(6, run.Slot.Repository).Bind(7, run.Slot.Ref)
            .Bind(8, run.FromCommit?.ToString()).Bind(9, run.ToCommit.ToString()).BindUtf8(10, Words.Of(run.Status))
            .Bind(11, counts.Total).Bind(12, counts.Succeeded + counts.Failed + counts.Skipped)
            .Bind(13, counts.Succeeded).Bind(14, counts.Failed).Bind(15, counts.Skipped).Bind(16, run.ProcessId).Run();
    }

    /// <summary>Notes the files that a run could not index.</summary>
    public static void WriteFailures(Database database, RunRecord run, IReadOnlyList<FailedLine> failures)
    {
        var at = Words.Of(run.CompletedAt ?? run.StartedAt);
        for (var i = 0; i < failures.Count; i++)
        {
            var line = failures[i];
            database.Shared(
                """
                INSERT OR REPLACE INTO failed_lines(
                  run_id, line_number, file_path, operation, repository, category, error_message, retry_count,
                  last_attempt)
                VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)
                """)
                .Bind(1, run.RunId).Bind(2, i + 1).Bind(3, line.Path.Bytes).Bind(4, line.Operation)
                .Bind(5, run.Slot.Repository).BindUtf8(6, Words.Of(line.Category)).Bind(7, line.Message).Bind(8, at)
                .Run();
        }
    }

    /// <summary>The newest runs first.</summary>
    public static IReadOnlyList<RunRecord> Newest(Database database, int limit)
    {
        using var row = database.Prepare(
            """
            SELECT run_id, started_at, completed_at, collection_name, repository, ref, from_commit, to_commit, status,
              process_id, total_lines, success_count, error_count, skipped_count
            FROM sync_runs ORDER BY started_at DESC, run_id DESC LIMIT ?1
            """);
        row.Bind(1, limit);
        var runs = new List<RunRecord>();
        while (row.Step())
        {
            runs.Add(Read(row));
        }

        return runs;
    }

    private static RunRecord Read(Statement row) => new()
    {
        RunId = row.Text(0),
        StartedAt = Words.ReadTime(row.Text(1)),
        CompletedAt = row.TextOrNull(2) is { } end ? Words.ReadTime(end) : null,
        Slot = new Slot(row.Text(3), row.Text(4), row.Text(5)),
        FromCommit = Words.ReadCommit(row.TextOrNull(6)),
        ToCommit = new CommitId(Words.ReadId(row.Text(7))),
        Status = Words.ReadRunStatus(row.Bytes(8)),
        ProcessId = (int)row.Integer(9),
        Counts = new RunCounts(row.Integer(10), row.Integer(11), row.Integer(12), row.Integer(13)),
    };

    private static void Claim(Database database, string name, string gitDirectory)
    {
        var known = database.Shared("SELECT git_dir FROM repository WHERE name=?1").Bind(1, name);
        var owner = known.Step() ? known.Text(0) : gitDirectory;
        known.Reset();

        // A repository that was moved keeps its name: nobody else answers at the old place.
        if (owner != gitDirectory && Directory.Exists(owner))
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The name '{name}' already belongs to the repository at {owner}; {gitDirectory} is another one.",
                "Nothing changed. Use another index with `--store`, or another name for this repository.");
        }

        database.Shared("INSERT OR REPLACE INTO repository(name, git_dir) VALUES(?1, ?2)")
            .Bind(1, name).Bind(2, gitDirectory).Run();
    }
}
