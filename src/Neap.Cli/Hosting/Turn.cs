using System.Globalization;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Waits for one's turn where somebody else syncs the same collection and repository.</summary>
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
    public static async Task<T> WaitAsync<T>(
        CommandHost host, SyncSettings settings, Func<ValueTask<T>> take, CancellationToken cancellation)
    {
        var patience = settings.Configured.Duration(Catalogue.Wait) ?? TimeSpan.Zero;
        long? since = null;
        for (var pause = ShortestMilliseconds; ; pause = Math.Min(pause * 2, LongestMilliseconds))
        {
            try
            {
                return await take();
            }
            catch (NeapException held) when (
                held.Kind == FailureKind.HeldByAnother && patience > TimeSpan.Zero
                && host.Clock.GetElapsedTime(since ?? host.Clock.GetTimestamp()) < patience)
            {
                since ??= host.Clock.GetTimestamp();
                Say(host, settings, pause, held.Message, patience);
            }

            var jitter = 0.5 + (Random.Shared.NextDouble() / 2);
            await Task.Delay(TimeSpan.FromMilliseconds(pause * jitter), host.Clock, cancellation);
        }
    }

    private static void Say(CommandHost host, SyncSettings settings, double pause, string held, TimeSpan patience)
    {
        if (pause <= ShortestMilliseconds && !settings.Quiet)
        {
            host.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Terminal.Safe(held)} Waiting for up to {patience.TotalSeconds:0.###} s."));
        }
    }
}
