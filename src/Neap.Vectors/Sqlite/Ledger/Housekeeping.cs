using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Removes from the ledger what is of no use any more, inside a transaction of the caller.</summary>
internal static class Housekeeping
{
    /// <summary>How long runs are remembered.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    private const string Unfinished = "status IN ('interrupted', 'failed')";

    /// <summary>
    /// The lines that unfinished runs of a slot had done are no longer needed once a run completes; but those of a feed that
    /// may still be gone on with are counted by them.
    /// </summary>
    public static void ClearObsolete(Database database, Slot slot)
    {
        foreach (var number in Numbers(
            database, slot, $"{Unfinished} AND NOT EXISTS (SELECT 1 FROM staged_line WHERE staged_line.run=sync_runs.number)"))
        {
            DeleteLines(database, number);
        }
    }

    /// <summary>Closes what is unfinished; the caller holds the slot's lock, so what "runs" is dead.</summary>
    public static long Abandon(Database database, Slot slot, DateTimeOffset now)
    {
        var numbers = Numbers(database, slot, $"abandoned_at IS NULL AND ({Unfinished} OR status='running')");
        foreach (var number in numbers)
        {
            DeleteLines(database, number);
            database.Shared(
                """
                UPDATE failed_lines SET state='forgotten'
                WHERE state='open' AND run_id=(SELECT run_id FROM sync_runs WHERE number=?1)
                """).Bind(1, number).Run();
            database.Shared(
                """
                UPDATE sync_runs SET abandoned_at=?2, completed_at=coalesce(completed_at, ?2),
                  status=CASE status WHEN 'running' THEN 'interrupted' ELSE status END WHERE number=?1
                """).Bind(1, number).Bind(2, Words.Of(now)).Run();
        }

        return numbers.Count;
    }

    /// <summary>Removes old runs but the newest of each slot and those whose failures stand.</summary>
    public static long Prune(Database database, DateTimeOffset before)
    {
        using var old = database.Prepare(
            """
            SELECT number, run_id FROM sync_runs AS run WHERE started_at < ?1 AND status <> 'running'
              AND NOT EXISTS (SELECT 1 FROM failed_lines f WHERE f.run_id=run.run_id AND f.state='open')
              AND EXISTS (SELECT 1 FROM sync_runs newer WHERE newer.number > run.number
                AND newer.collection_name=run.collection_name AND newer.repository=run.repository AND newer.ref=run.ref)
            """);
        old.Bind(1, Words.Of(before));
        var runs = new List<(long Number, string Id)>();
        while (old.Step())
        {
            runs.Add((old.Integer(0), old.Text(1)));
        }

        foreach (var (number, id) in runs)
        {
            DeleteLines(database, number);
            database.Shared("DELETE FROM failed_lines WHERE run_id=?1").Bind(1, id).Run();
            database.Shared("DELETE FROM sync_runs WHERE run_id=?1").Bind(1, id).Run();
        }

        return runs.Count;
    }

    private static List<long> Numbers(Database database, Slot slot, string condition)
    {
        using var row = database.Prepare(
            $"SELECT number FROM sync_runs WHERE collection_name=?1 AND repository=?2 AND ref=?3 AND {condition}");
        row.Bind(1, slot.Collection).Bind(2, slot.Repository).Bind(3, slot.Ref);
        var numbers = new List<long>();
        while (row.Step())
        {
            numbers.Add(row.Integer(0));
        }

        return numbers;
    }

    private static void DeleteLines(Database database, long run) =>
        database.Shared("DELETE FROM line WHERE id BETWEEN ?1 AND ?2")
            .Bind(1, run << Schema.LineBits).Bind(2, (run << Schema.LineBits) + Schema.LineMask).Run();
}
