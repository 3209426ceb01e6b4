namespace Drivers;

/// <summary>A clock that starts on a fixed day and goes on as usual, so that no scenario depends on today.</summary>
public sealed class FixedDayClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly long _origin = System.GetTimestamp();
    private TimeSpan _moved;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_origin) + _moved;

    /// <summary>Sets it forward, or back by a negative time; durations are measured by another clock.</summary>
    public void Move(TimeSpan time) => _moved += time;
}
