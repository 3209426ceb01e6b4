using System.Diagnostics;

namespace Drivers;

/// <summary>
/// Time as a neighbour lives it who only waits, beside the program that is measured: while the machine stands still, or
/// gives nobody a turn, no time passes. So a bound on it is one on the program and not on the machine.
/// </summary>
public sealed class LivedTime : IDisposable
{
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(10);

    /// <summary>A nap on a busy machine takes twice or three times as long; one that takes longer says nothing of the program.</summary>
    private static readonly TimeSpan LongestNap = TimeSpan.FromMilliseconds(50);

    private readonly Thread _neighbour;
    private readonly ManualResetEventSlim _end = new();
    private long _ticks;

    /// <summary>Begins to count.</summary>
    public LivedTime()
    {
        _neighbour = new Thread(Live) { IsBackground = true, Name = "neighbour" };
        _neighbour.Start();
    }

    /// <summary>What was lived so far.</summary>
    public TimeSpan Lived => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>What a nap counts for that took so long by the clock.</summary>
    public static TimeSpan Count(TimeSpan nap) => nap < LongestNap ? nap : LongestNap;

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Set();
        _neighbour.Join();
        _end.Dispose();
    }

    private void Live()
    {
        for (var began = Stopwatch.GetTimestamp(); !_end.Wait(Nap);)
        {
            var now = Stopwatch.GetTimestamp();
            Interlocked.Add(ref _ticks, Count(Stopwatch.GetElapsedTime(began, now)).Ticks);
            began = now;
        }
    }
}
