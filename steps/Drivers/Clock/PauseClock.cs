namespace Drivers;

/// <summary>A clock that stands still until somebody waits: a pause is over at once and is noted.</summary>
public sealed class PauseClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _pauses = [];
    private TimeSpan _passed;

    /// <summary>What was waited for, in order.</summary>
    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_lock)
            {
                return [.. _pauses];
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + new TimeSpan(GetTimestamp());

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _passed.Ticks;
        }
    }

    /// <summary>Lets time pass without anybody waiting.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _passed += time;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _pauses.Add(dueTime);
            _passed += dueTime;
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Rung();
    }

    /// <summary>A timer that has rung.</summary>
    private sealed class Rung : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // nothing is held
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
