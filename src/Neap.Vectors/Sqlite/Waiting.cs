namespace Neap.Vectors.Sqlite;

/// <summary>Waits for other processes, in short jittered steps on the given clock.</summary>
/// <remarks>SQLite's own busy handler sleeps whole seconds in some builds, which starves all writers but one.</remarks>
internal static class Waiting
{
    private const double FirstMilliseconds = 1;
    private const double LongestMilliseconds = 50;

    /// <summary>Runs a statement again and again while another process is in the way.</summary>
    /// <returns>SQLite's code; busy only where patience ran out.</returns>
    public static async ValueTask<int> TryAsync(
        Database database, string sql, SqliteStoreOptions options, CancellationToken cancellation)
    {
        var since = options.Clock.GetTimestamp();
        for (var bound = FirstMilliseconds; ; bound = Math.Min(bound * 2, LongestMilliseconds))
        {
            var code = database.TryExecute(sql);
            if (!SqliteTrouble.IsBusy(code) || options.Clock.GetElapsedTime(since) >= options.Patience)
            {
                return code;
            }

            var pause = TimeSpan.FromMilliseconds(bound * (0.5 + (Random.Shared.NextDouble() / 2)));
            await Task.Delay(pause, options.Clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Like <see cref="TryAsync"/>, but anything other than success is thrown.</summary>
    public static async ValueTask RunAsync(
        Database database, string sql, SqliteStoreOptions options, CancellationToken cancellation) =>
        database.Check(await TryAsync(database, sql, options, cancellation).ConfigureAwait(false));
}
