using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>The table <c>sync_runs</c>, and the names that <c>repository</c> keeps.</summary>
internal static class Runs
{
    private const string Columns =
        """
        SELECT run_id, started_at, completed_at, collection_name, repository, ref, from_commit, to_commit, status,
          process_id, input_source, total_lines, processed_lines, success_count, error_count, skipped_count
        """;

    private const string OfSlot = "collection_name=?1 AND repository=?2 AND ref=?3";

    /// <summary>Notes a run that begins; it gets the next number.</summary>
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
        database.Shared(
            """
            INSERT INTO sync_runs(
              run_id, started_at, input_source, collection_name, repository, ref, from_commit, to_commit,
              status, dry_run, total_lines, processed_lines, success_count, error_count, skipped_count, process_id, number)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10, 0, 0, 0, 0, ?11,
              (SELECT coalesce(max(number), 0) + 1 FROM sync_runs))
            """)
            .Bind(1, run.RunId).Bind(2, Words.Of(run.StartedAt)).BindUtf8(3, Words.Of(run.Source))
            .Bind(4, run.Slot.Collection).Bind(5, run.Slot.Repository).Bind(6, run.Slot.Ref)
            .Bind(7, run.FromCommit?.ToString()).Bind(8, run.ToCommit.ToString()).BindUtf8(9, Words.Of(run.Status))
            .Bind(10, run.Counts.Total).Bind(11, run.ProcessId).Run();
    }

    /// <summary>Closes a run; what is counted stays as it was noted.</summary>
    public static void End(Database database, RunRecord run)
    {
        database.Shared("UPDATE sync_runs SET status=?2, completed_at=?3, total_lines=?4 WHERE run_id=?1")
            .Bind(1, run.RunId).BindUtf8(2, Words.Of(run.Status))
            .Bind(3, run.CompletedAt is { } end ? Words.Of(end) : null).Bind(4, run.Counts.Total).Run();
        if (run.Status == RunStatus.Completed)
        {
            Housekeeping.ClearObsolete(database, run.Slot);
        }
    }

    /// <summary>The newest runs first.</summary>
    public static IReadOnlyList<RunRecord> Find(Database database, RunQuery query)
    {
        var isFirstFormat = database.Scalar("PRAGMA user_version") < 2;
        using var row = database.Prepare(
            $"{Columns}, {(isFirstFormat ? "NULL" : "abandoned_at")} FROM sync_runs "
            + $"WHERE {Filter(query)} AND (status<>'completed' OR NOT ?9) ORDER BY started_at DESC, run_id DESC");
        row.Bind(9, query.Unfinished);
        if (query.Slot is { } slot)
        {
            row.Bind(1, slot.Collection).Bind(2, slot.Repository).Bind(3, slot.Ref);
        }
        else if (query.RunId is { } id)
        {
            row.Bind(1, id);
        }

        var runs = new List<RunRecord>();
        while (runs.Count < query.Limit && row.Step())
        {
            var run = Read(row);
            if (run.IsUnfinished || !query.Unfinished)
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    private static string Filter(RunQuery query) => (query.Slot, query.RunId) switch
    {
        ({ }, _) => OfSlot,
        (_, { }) => "run_id=?1",
        _ => "1",
    };

    private static RunRecord Read(Statement row)
    {
        var (processed, succeeded, skipped) = (row.Integer(12), row.Integer(13), row.Integer(15));
        var status = Words.ReadRunStatus(row.Bytes(8));
        var process = (int)row.Integer(9);
        return new RunRecord
        {
            RunId = row.Text(0),
            StartedAt = Words.ReadTime(row.Text(1)),
            CompletedAt = row.TextOrNull(2) is { } end ? Words.ReadTime(end) : null,
            Slot = new Slot(row.Text(3), row.Text(4), row.Text(5)),
            FromCommit = Words.ReadCommit(row.TextOrNull(6)),
            ToCommit = new CommitId(Words.ReadId(row.Text(7))),
            Status = status == RunStatus.Running && !Processes.IsAlive(process) ? RunStatus.Interrupted : status,
            ProcessId = process,
            Source = Words.ReadInputSource(row.Bytes(10)),
            IsAbandoned = !row.IsNull(16),
            Counts = new RunCounts(row.Integer(11), succeeded, processed - succeeded - skipped, skipped)
            {
                Errors = row.Integer(14),
            },
        };
    }

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
