using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Removes from the ledger what is of no use any more, inside a transaction of the caller.</summary>
internal static class Housekeeping
{
    /// <summary>How long runs are remembered.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    private const string OfSlot = "collection_name = $1 AND repository = $2 AND ref = $3";

    /// <summary>
    /// The lines that unfinished runs of a slot had done are no longer needed once a run completes; but those of a feed that
    /// may still be gone on with are counted by them.
    /// </summary>
    public static Task<int> ClearObsoleteAsync(NpgsqlConnection connection, Slot slot, CancellationToken cancellation) =>
        connection.RunAsync(
            $"""
            DELETE FROM neap.completed_lines WHERE run IN (
              SELECT number FROM neap.sync_runs run WHERE {OfSlot} AND status IN ('interrupted', 'failed')
                AND NOT EXISTS(SELECT 1 FROM neap.staged_line s WHERE s.run = run.number))
            """,
            cancellation, slot.Collection, slot.Repository, slot.Ref);

    /// <summary>Closes what is unfinished; the caller holds the slot's lock, so what "runs" is dead.</summary>
    public static async Task<int> AbandonAsync(
        NpgsqlConnection connection, Slot slot, DateTimeOffset now, CancellationToken cancellation)
    {
        var runs = await connection.ReadAsync(
            $"""
            UPDATE neap.sync_runs SET abandoned_at = $4, completed_at = coalesce(completed_at, $4),
              status = CASE status WHEN 'running' THEN 'interrupted' ELSE status END
            WHERE {OfSlot} AND abandoned_at IS NULL AND status IN ('interrupted', 'failed', 'running')
            RETURNING number, run_id
            """,
            row => (Number: row.GetInt64(0), Id: row.GetString(1)),
            cancellation, slot.Collection, slot.Repository, slot.Ref, now.UtcDateTime);
        var (numbers, ids) = Arrays(runs);
        await connection.RunAsync("DELETE FROM neap.completed_lines WHERE run = ANY($1)", cancellation, numbers);
        await connection.RunAsync("DELETE FROM neap.staged_line WHERE run = ANY($1)", cancellation, numbers);
        await connection.RunAsync(
            "UPDATE neap.failed_lines SET state = 'forgotten' WHERE state = 'open' AND run_id = ANY($1)", cancellation, ids);
        return runs.Count;
    }

    /// <summary>Removes old runs but the newest of each slot and those whose failures stand.</summary>
    public static async Task<int> PruneAsync(
        NpgsqlConnection connection, DateTimeOffset before, CancellationToken cancellation)
    {
        var runs = await connection.ReadAsync(
            """
            DELETE FROM neap.sync_runs run WHERE started_at < $1 AND status <> 'running'
              AND NOT EXISTS(SELECT 1 FROM neap.failed_lines f WHERE f.run_id = run.run_id AND f.state = 'open')
              AND EXISTS(SELECT 1 FROM neap.sync_runs newer WHERE newer.number > run.number
                AND (newer.collection_name, newer.repository, newer.ref) = (run.collection_name, run.repository, run.ref))
            RETURNING number, run_id
            """,
            row => (Number: row.GetInt64(0), Id: row.GetString(1)),
            cancellation, before.UtcDateTime);
        if (runs.Count > 0)
        {
            var (numbers, ids) = Arrays(runs);
            await connection.RunAsync("DELETE FROM neap.completed_lines WHERE run = ANY($1)", cancellation, numbers);
            await connection.RunAsync("DELETE FROM neap.staged_line WHERE run = ANY($1)", cancellation, numbers);
            await connection.RunAsync("DELETE FROM neap.failed_lines WHERE run_id = ANY($1)", cancellation, ids);
        }

        return runs.Count;
    }

    /// <summary>Each array is one value: an array of texts by itself would be taken for a list of values.</summary>
    private static (object[] Numbers, object[] Ids) Arrays(List<(long Number, string Id)> runs) =>
        ([runs.Select(run => run.Number).ToArray()], [runs.Select(run => run.Id).ToArray()]);
}
