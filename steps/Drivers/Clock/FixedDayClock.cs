namespace Drivers;

/// <summary>A clock that starts on a fixed day and goes on as usual, so that no scenario depends on today.</summary>
public sealed class FixedDayClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly long _origin = System.GetTimestamp();

    /// <summary>So long nothing waits but a person's patience.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private TimeSpan _ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + _ahead + System.GetElapsedTime(_origin);

    /// <summary>
    /// A timer that rings by itself, or one that never does where it measures patience: whether that runs out in process
    /// must not depend on how busy the machine is.
    /// </summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime >= Patience ? Timeout.InfiniteTimeSpan : dueTime, period);

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => _ahead += time;
}
