namespace Neap.Core;

/// <summary>How often, and after which waits, something is tried. Waits double from try to try and are spread by jitter.</summary>
/// <param name="Attempts">Tries in all, the first one included; 1 means never again. 1 to 100.</param>
/// <param name="FirstDelay">The wait before the second try.</param>
/// <param name="MaxDelay">The longest wait between two tries, whatever a server asks for.</param>
public sealed record RetryPolicy(int Attempts, TimeSpan FirstDelay, TimeSpan MaxDelay)
{
    /// <summary>What each wait is multiplied by to get the next.</summary>
    public const double Growth = 2;

    /// <summary>Tries in all, the first one included; 1 to 100.</summary>
    public int Attempts { get; } = Attempts is >= 1 and <= 100
        ? Attempts
        : throw new ArgumentOutOfRangeException(nameof(Attempts), Attempts, "Tries are from 1 to 100.");

    /// <summary>True where a second try makes sense at all.</summary>
    public bool Retries => Attempts > 1;

    /// <summary>The wait after a failed try, before jitter; tries count from 1.</summary>
    public TimeSpan DelayAfter(int attempt)
    {
        var factor = Math.Pow(Growth, Math.Clamp(attempt - 1, 0, 60));
        return factor * FirstDelay < MaxDelay ? factor * FirstDelay : MaxDelay;
    }
}
