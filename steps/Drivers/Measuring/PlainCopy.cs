using System.Diagnostics;
using Npgsql;

namespace Drivers;

/// <summary>
/// What a database takes at most: the rows of an index, read back and loaded by a plain binary <c>COPY</c> into tables
/// without an index.
/// </summary>
public sealed class PlainCopy(PostgresStore postgres, MeasuredSyncs syncs, Measurements measurements)
{
    // The first sync of a process is compiled while it runs, and a processor shared with others is now and then twice as
    // slow for a second: one sync beside one copy says little.
    private const int Turns = 5;
    private const string Run = "the whole sync";

    /// <summary>
    /// Makes a first sync and copies what it wrote, both from nothing and five times in turn, and notes the median
    /// <c>speed</c> of each in bytes of rows a second.
    /// </summary>
    public async Task MeasureAsync()
    {
        var turns = new List<(string Run, double Speed)>();
        for (var turn = 1; turn <= Turns; turn++)
        {
            await postgres.ExecuteAsync("DROP SCHEMA IF EXISTS neap CASCADE");
            turns.AddRange(await TurnAsync());
        }

        foreach (var run in turns.GroupBy(turn => turn.Run, turn => turn.Speed))
        {
            measurements.Note("speed", run.Key, run.Order().ElementAt(Turns / 2));
        }
    }

    private async Task<IReadOnlyList<(string Run, double Speed)>> TurnAsync()
    {
        await syncs.NextSyncsAsync(new TextTable(["RUN"], [[Run]]));
        var (bytes, seconds) = await CopyAsync();
        var published = await postgres.ValueAsync<double?>(
            """
            SELECT extract(epoch FROM published_at - started_at)::float8
            FROM neap.revision JOIN neap.sync_runs USING (run_id)
            """);
        return
        [
            ("plain copy", bytes / seconds),
            ("until it is published", bytes / published!.Value),
            (Run, bytes / measurements.ValueOf("time", Run)),
        ];
    }

    private async Task<(long Bytes, double Seconds)> CopyAsync()
    {
        await using var connection = await postgres.OpenAsync();
        var (bytes, seconds) = (0L, 0.0);
        foreach (var table in (string[])["chunk_1", "words_1"])
        {
            var rows = await ReadAsync(connection, table);
            await PostgresStore.RunAsync(connection, $"DROP TABLE IF EXISTS plain_{table}");
            await PostgresStore.RunAsync(connection, $"CREATE TABLE plain_{table} (LIKE neap.{table} INCLUDING STORAGE)");
            var started = Stopwatch.GetTimestamp();
            await using (var load = await connection.BeginRawBinaryCopyAsync($"COPY plain_{table} FROM STDIN (FORMAT BINARY)"))
            {
                await load.WriteAsync(rows);
            }

            seconds += Stopwatch.GetElapsedTime(started).TotalSeconds;
            bytes += rows.Length;
        }

        return (bytes, seconds);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(NpgsqlConnection connection, string table)
    {
        await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY neap.{table} TO STDOUT (FORMAT BINARY)");
        using var kept = new MemoryStream();
        await rows.CopyToAsync(kept);
        return kept.TryGetBuffer(out var read) ? read : kept.ToArray();
    }
}
