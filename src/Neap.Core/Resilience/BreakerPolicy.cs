namespace Neap.Core;

/// <summary>When a dependency is given a rest: after failures in a row no call is made until the pause is over.</summary>
/// <param name="Failures">Failures in a row that open the breaker. Default 5; 1 to 1,000.</param>
/// <param name="Pause">How long it stays open before one call is let through. Default 30 s; more than 0.</param>
public sealed record BreakerPolicy(int Failures, TimeSpan Pause)
{
    /// <summary>The policy of every dependency.</summary>
    public static BreakerPolicy Default { get; } = new(5, TimeSpan.FromSeconds(30));

    /// <summary>Failures in a row that open the breaker.</summary>
    public int Failures { get; } = Failures is >= 1 and <= 1000
        ? Failures
        : throw new ArgumentOutOfRangeException(nameof(Failures), Failures, "Failures are from 1 to 1,000.");

    /// <summary>How long it stays open.</summary>
    public TimeSpan Pause { get; } = Pause > TimeSpan.Zero
        ? Pause
        : throw new ArgumentOutOfRangeException(nameof(Pause), Pause, "The pause is more than 0.");
}
