using System.Text;
using FluentAssertions.Execution;

namespace Drivers;

/// <summary>The ledger as it stands in the index file, read without the product.</summary>
public sealed class LedgerDriver(SyncDriver sync, RepoDriver repos, NeapCommand neap, RunLog log, Workspace workspace)
{
    private const string Unfinished = """
        status IN ('running', 'interrupted', 'failed') AND abandoned_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM sync_runs later WHERE later.number > run.number
            AND later.collection_name = run.collection_name AND later.repository = run.repository AND later.ref = run.ref)
        """;

    private const string Lines = """
        SELECT path, 'failed', retry_count + 1 FROM (SELECT file_path AS path, * FROM failed_lines) WHERE run_id=$1 AND state='open'
        UNION ALL SELECT file_path, 'done', 1 FROM completed_lines WHERE run_id=$1
        """;

    /// <summary>Does something about what failed; as part of the world before, a number of files fails again.</summary>
    /// <param name="files"><c>failed files</c> or <c>dead letters</c>.</param>
    /// <param name="tense">Whether the world before or the event is told.</param>
    /// <param name="act"><c>retried</c> or <c>forgotten</c>.</param>
    /// <param name="failed">How many fail again.</param>
    public async Task TreatAsync(string files, Tense tense, string act, FailedCount failed)
    {
        await TreatAsync(files, act);
        sync.Document(tense, failed);
    }

    private Task TreatAsync(string files, string act) => (files, act) switch
    {
        ("failed files", "retried") => RunAsync("retry"),
        ("dead letters", "retried") => RunAsync("retry", "--dead"),
        ("failed files", "forgotten") => sync.TypeAsync(repos.Current.Folder, ["index", "errors", "--reset", "--json"]),
        _ => throw new SpecException($"Nobody knows how {files} are {act}."),
    };

    /// <summary>Brings the index to its commit: <c>sync is resumed</c>, <c>index is rebuilt</c>, <c>index is mended</c> or <c>index was mended</c>.</summary>
    public Task CareAsync(string act) => act switch
    {
        "sync is resumed" => sync.SyncAsync(),
        "index is rebuilt" => RunAsync("rebuild"),
        _ => sync.TypeAsync(repos.Current.Folder, ["index", "verify", "--repair"]),
    };

    /// <summary>Decides about the sync that was cut short: it is <c>abandoned</c> or <c>gone on with</c>.</summary>
    public Task DecideAsync(string act) => RunAsync(act == "abandoned" ? "abandon" : "resume");

    private async Task RunAsync(string verb, params string[] more)
    {
        var repo = repos.Current;
        var result = await sync.TypeAsync(repo.Folder, [.. sync.Settings.Arguments(repo, verb), .. more]);
        if (verb is "retry" or "resume")
        {
            sync.Take(new RunReport(result, repo));
        }
        else
        {
            result.IsDocumented = result.ExitCode == 0;
        }
    }

    /// <summary>What the ledger says of a subject is exactly what a table says.</summary>
    /// <param name="what"><c>checkpoint is now</c>, <c>failed lines are now</c>, <c>last run has done these lines</c>,
    /// <c>ledger has</c> columns, or <c>runs are now</c>.</param>
    /// <param name="expected">The table.</param>
    public Task ShouldSayAsync(string what, TextTable expected)
    {
        if (what == "checkpoint is now")
        {
            return CheckpointShouldBeAsync(expected);
        }

        Action<TextTable> check = what switch
        {
            "failed lines are now" => FailedLinesShouldBe,
            "last run has done these lines" => DoneLinesShouldBe,
            "runs are now" => RunsShouldBe,
            _ => ShouldHaveColumns,
        };
        check(expected);
        return Task.CompletedTask;
    }

    /// <summary>What the run that was cut short had done, and what waits.</summary>
    private async Task CheckpointShouldBeAsync(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var run = (string)Query($"SELECT run_id FROM sync_runs run WHERE {Unfinished}")
            .Should().ContainSingle("a run was cut short and left its checkpoint").Which[0];
        var rows = Query(Lines, run).Select(row => Row(Text(row[0]), (string)row[1], (long)row[2])).ToList();
        var noted = rows.Select(row => row["FILE"]).ToHashSet();
        var repo = repos.Current;
        var look = new RunReport(await neap.RunInsideAsync(repo.Folder, [.. sync.Settings.Arguments(repo), "--dry-run"]), repo);
        rows.AddRange(look.Changes.Select(change => change.Change.Text("path")).Where(path => !noted.Contains(path))
            .Select(path => Row(path, "waiting", 0)));
        expected.ShouldBeExactly("The checkpoint is", rows);
    }

    /// <summary>No run waits to be gone on with, and nothing of one is kept.</summary>
    public void ShouldHaveNoCheckpoint()
    {
        var runs = Query($"SELECT run_id, status FROM sync_runs run WHERE {Unfinished}");
        var lines = (long)Query("SELECT count(*) FROM completed_lines JOIN sync_runs USING(run_id) WHERE status <> 'completed'")[0][0];
        using var both = new AssertionScope();
        runs.Should().BeEmpty("no run waits to be gone on with");
        lines.Should().Be(0, "no line of such a run is kept");
    }

    /// <summary>The table <c>sync_runs</c>, in the order in which the runs began.</summary>
    private void RunsShouldBe(TextTable expected) => expected.ShouldBeExactly(
        "The runs are",
        Query("""
            SELECT status, input_source, total_lines, processed_lines, success_count, error_count, skipped_count,
              collection_name FROM sync_runs ORDER BY number
            """).Select(row => new Dictionary<string, string>
            {
                ["STATUS"] = (string)row[0],
                ["SOURCE"] = (string)row[1],
                ["LINES"] = $"{row[2]}",
                ["PROCESSED"] = $"{row[3]}",
                ["SUCCESSES"] = $"{row[4]}",
                ["ERRORS"] = $"{row[5]}",
                ["SKIPPED"] = $"{row[6]}",
                ["COLLECTION"] = (string)row[7],
            }));

    /// <summary>The lines that the last run noted as done.</summary>
    private void DoneLinesShouldBe(TextTable expected) => expected.ShouldBeExactly(
        "The lines that are done are",
        Query("""
            SELECT line_number, file_path, operation, repository, processing_time_ms > 0 FROM completed_lines
            WHERE run_id=(SELECT run_id FROM sync_runs ORDER BY number DESC LIMIT 1)
            """).Select(row => new Dictionary<string, string>
            {
                ["LINE"] = $"{row[0]}",
                ["FILE"] = Text(row[1]),
                ["OPERATION"] = (string)row[2],
                ["REPOSITORY"] = (string)row[3],
                ["TIMED"] = (long)row[4] == 1 ? "yes" : "no",
            }));

    /// <summary>All failures that were ever noted, with what became of them.</summary>
    private void FailedLinesShouldBe(TextTable expected) => expected.ShouldBeExactly(
        "The failed lines are",
        Query("SELECT file_path, category, retry_count + 1, state, line_number, source_line FROM failed_lines").Select(row =>
            new Dictionary<string, string>
            {
                ["FILE"] = Text(row[0]),
                ["CATEGORY"] = (string)row[1],
                ["ATTEMPTS"] = $"{row[2]}",
                ["STATE"] = (string)row[3],
                ["LINE"] = $"{row[4]}",
                ["SOURCE LINE"] = $"{row[5]}",
            }));

    /// <summary>The file is sound from end to end, and no run has another's number.</summary>
    public void ShouldBeIntact()
    {
        var said = (string)Query("PRAGMA integrity_check")[0][0];
        var twice = (long)Query("SELECT count(*) - count(DISTINCT number) FROM sync_runs")[0][0];
        using var both = new AssertionScope();
        said.Should().Be("ok", "the ledger is sound from end to end");
        twice.Should().Be(0, "no run has another's number");
    }

    /// <summary>Every table has these columns at least.</summary>
    private void ShouldHaveColumns(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var rows = expected.Read("TABLE", "COLUMN").Select(row => new Dictionary<string, string>
        {
            ["TABLE"] = row["TABLE"],
            ["COLUMN"] = Query("SELECT name FROM pragma_table_info($1)", row["TABLE"])
                .Select(column => (string)column[0]).FirstOrDefault(name => name == row["COLUMN"]) ?? "absent",
        });
        expected.ShouldBeExactly("The ledger has", rows.ToList());
    }

    /// <summary>Two syncs that ran at once kept their lines apart: each run noted every file of its own.</summary>
    public void ShouldKeepRunsApart()
    {
        var mixed = Query("""
            SELECT run.run_id FROM sync_runs run WHERE status='completed'
              AND success_count <> (SELECT count(*) FROM completed_lines line WHERE line.run_id=run.run_id)
            """);
        mixed.Should().BeEmpty("each run has the lines that it counted");
        log.Last.IsDocumented = true;
    }

    private List<object[]> Query(string sql, params object[] values) => IndexDatabase.Rows(workspace.Store, sql, values);

    private static string Text(object path) => Encoding.UTF8.GetString((byte[])path);

    private static Dictionary<string, string> Row(string file, string state, long attempts) => new()
    {
        ["FILE"] = file,
        ["STATE"] = state,
        ["ATTEMPTS"] = $"{attempts}",
    };
}
