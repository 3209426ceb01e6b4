using System.Globalization;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Waits for one's turn where somebody else syncs the same collection and repository, or changes the list.</summary>
internal static class Turn
{
    private const double ShortestMilliseconds = 10;
    private const double LongestMilliseconds = 200;

    /// <summary>Takes what is held by one process at a time, at once or as soon as it is let go.</summary>
    /// <param name="host">Where the clock is, and who is told that there is a wait.</param>
    /// <param name="settings">How long to wait, and whether to say so.</param>
    /// <param name="take">Takes it, or throws that somebody else holds it.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="NeapException">Somebody else still held it when patience ran out.</exception>
    public static Task<T> WaitAsync<T>(
        CommandHost host, SyncSettings settings, Func<ValueTask<T>> take, CancellationToken cancellation)
    {
        var patience = settings.Configured.Duration(Catalogue.Wait) ?? TimeSpan.Zero;
        return WaitAsync(host.Clock, patience, take, held => Say(host, settings, held, patience), cancellation);
    }

    /// <summary>Takes what is held by one process at a time, at once or as soon as it is let go.</summary>
    /// <param name="clock">Measures the wait.</param>
    /// <param name="patience">How long to wait; zero for not at all.</param>
    /// <param name="take">Takes it, or throws that somebody else holds it.</param>
    /// <param name="begin">Hears once, where there is a wait, what somebody else holds.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="NeapException">Somebody else still held it when patience ran out.</exception>
    public static async Task<T> WaitAsync<T>(
        TimeProvider clock, TimeSpan patience, Func<ValueTask<T>> take, Action<string> begin, CancellationToken cancellation)
    {
        long? since = null;
        for (var pause = ShortestMilliseconds; ; pause = Math.Min(pause * 2, LongestMilliseconds))
        {
            try
            {
                return await take();
            }
            catch (NeapException held) when (
                held.Kind == FailureKind.HeldByAnother && patience > TimeSpan.Zero
                && clock.GetElapsedTime(since ?? clock.GetTimestamp()) < patience)
            {
                if (since is null)
                {
                    since = clock.GetTimestamp();
                    begin(held.Message);
                }
            }

            var jitter = 0.5 + (Random.Shared.NextDouble() / 2);
            await Task.Delay(TimeSpan.FromMilliseconds(pause * jitter), clock, cancellation);
        }
    }

    private static void Say(CommandHost host, SyncSettings settings, string held, TimeSpan patience)
    {
        if (!settings.Quiet)
        {
            host.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Terminal.Safe(held)} Waiting for up to {patience.TotalSeconds:0.###} s."));
        }
    }
}
