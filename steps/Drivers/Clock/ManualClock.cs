namespace Drivers;

/// <summary>A clock that starts on a fixed day and that a scenario can move; otherwise it goes on as usual.</summary>
public sealed class ManualClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly long _origin = System.GetTimestamp();
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private TimeSpan _moved;

    /// <summary>Moves the clock forward; what waited for that moment happens now.</summary>
    public void Advance(TimeSpan time)
    {
        List<Waiting> due;
        lock (_gate)
        {
            _moved += time;
            due = _waiting.FindAll(waiting => waiting.Due <= GetUtcNow());
            _waiting.RemoveAll(due.Contains);
        }

        due.ForEach(waiting => waiting.Timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + _moved + System.GetElapsedTime(_origin);

    /// <inheritdoc/>
    public override long GetTimestamp() => System.GetTimestamp() + (long)(_moved.TotalSeconds * TimestampFrequency);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = System.CreateTimer(callback, state, dueTime, period);
        if (period == Timeout.InfiniteTimeSpan && dueTime > TimeSpan.Zero)
        {
            lock (_gate)
            {
                _waiting.Add(new Waiting(GetUtcNow() + dueTime, timer));
            }
        }

        return timer;
    }

    private sealed record Waiting(DateTimeOffset Due, ITimer Timer);
}
