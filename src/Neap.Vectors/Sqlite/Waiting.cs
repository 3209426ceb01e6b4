using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Waits for other processes, in short jittered steps on the given clock.</summary>
/// <remarks>SQLite's own busy handler sleeps whole seconds in some builds, which starves all writers but one.</remarks>
internal static class Waiting
{
    private const double FirstMilliseconds = 1;
    private const double LongestMilliseconds = 50;

    /// <summary>Tries again while another process is in the way, until patience runs out.</summary>
    /// <param name="attempt">Leaves nothing behind where it throws.</param>
    /// <param name="options">The clock and the patience.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public static async ValueTask<T> ForAsync<T>(
        Func<T> attempt, SqliteStoreOptions options, CancellationToken cancellation)
    {
        var since = options.Clock.GetTimestamp();
        for (var bound = FirstMilliseconds; ; bound = Math.Min(bound * 2, LongestMilliseconds))
        {
            try
            {
                return attempt();
            }
            catch (NeapException held) when (
                held.Kind == FailureKind.HeldByAnother && options.Clock.GetElapsedTime(since) < options.Patience)
            {
                var pause = TimeSpan.FromMilliseconds(bound * (0.5 + (Random.Shared.NextDouble() / 2)));
                await Task.Delay(pause, options.Clock, cancellation).ConfigureAwait(false);
            }
        }
    }
}
