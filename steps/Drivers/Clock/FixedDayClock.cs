namespace Drivers;

/// <summary>A clock that starts on a fixed day and goes on as usual, so that no scenario depends on today.</summary>
public sealed class FixedDayClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly long _origin = System.GetTimestamp();

    private TimeSpan _ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + _ahead + System.GetElapsedTime(_origin);

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => _ahead += time;
}
