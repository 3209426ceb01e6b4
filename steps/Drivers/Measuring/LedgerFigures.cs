using System.Globalization;
using System.Text;

namespace Drivers;

/// <summary>The ledger's figures: runs of which everything is known, written behind the product's back.</summary>
public sealed class LedgerFigures(Workspace workspace)
{
    private const int LineBits = 40; // a line's id is its run's number and, in the lowest bits, its own
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the ledger of an index that was synced tell of exactly these runs, each a minute after the one before.</summary>
    /// <param name="table">
    /// Columns COLLECTION (default), REPOSITORY (shop), STATUS (completed), SECONDS (1), FILES (1), FAILED and SKIPPED of them
    /// (0), and LINES TOOK, the milliseconds of single lines divided by commas (none).
    /// </param>
    public void Tell(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        IndexDatabase.Execute(workspace.Store, "DELETE FROM line; DELETE FROM sync_runs");
        var rows = table.Read("COLLECTION", "REPOSITORY", "STATUS", "SECONDS", "FILES", "FAILED", "SKIPPED", "LINES TOOK");
        for (var n = 1; n <= rows.Count; n++)
        {
            Insert(n, rows[n - 1]);
        }
    }

    private void Insert(long number, TableRow row)
    {
        var (files, failed, skipped) = (Number(row, "FILES", "1"), Number(row, "FAILED", "0"), Number(row, "SKIPPED", "0"));
        var began = Day.AddMinutes(number);
        IndexDatabase.Execute(
            workspace.Store,
            """
            INSERT INTO sync_runs(
              number, run_id, started_at, completed_at, input_source, collection_name, repository, ref, to_commit, status,
              dry_run, total_lines, processed_lines, success_count, error_count, skipped_count, process_id)
            VALUES($1, 'sync_' || $1, $2, $3, 'git', $4, $5, 'HEAD', $6, $7, 0, $8, $8, $9, $10, $11, $12)
            """,
            number,
            Time(began),
            Time(began.AddSeconds(Number(row, "SECONDS", "1"))),
            PathText.Read(row.Or("COLLECTION", "default")),
            PathText.Read(row.Or("REPOSITORY", "shop")),
            new string('a', 40),
            row.Or("STATUS", "completed"),
            files,
            files - failed - skipped,
            failed,
            skipped,
            Environment.ProcessId); // so that one that runs is no dead one's
        var lines = row["LINES TOOK"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var n = 0; n < lines.Length; n++)
        {
            IndexDatabase.Execute(
                workspace.Store,
                "INSERT INTO line(id, path, operation, at, micros) VALUES($1, $2, 0, $3, $4)",
                (number << LineBits) + n + 1,
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"src/file-{n + 1}.py")),
                began.ToUnixTimeMilliseconds(),
                (long)(double.Parse(lines[n], CultureInfo.InvariantCulture) * 1000));
        }
    }

    private static double Number(TableRow row, string column, string otherwise) =>
        double.Parse(row.Or(column, otherwise), CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
