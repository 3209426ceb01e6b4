namespace Neap.Cli;

/// <summary>
/// After the first signal the batch at hand may be finished, but not for ever: whoever waits for a slow server is cut off.
/// </summary>
internal sealed class InterruptPatience : IDisposable
{
    /// <summary>The end has to come within 10 s of the signal; what is left is for closing the books.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(6);

    private readonly CancellationTokenSource _atOnce = new();
    private readonly CancellationTokenRegistration _onInterrupt;
    private ITimer? _timer;

    public InterruptPatience(CommandHost host) => _onInterrupt = host.Interrupt.Register(
        () => _timer = host.Clock.CreateTimer(_ => _atOnce.Cancel(), null, Longest, Timeout.InfiniteTimeSpan));

    /// <summary>Cancelled when patience is at its end.</summary>
    public CancellationToken AtOnce => _atOnce.Token;

    public void Dispose()
    {
        _onInterrupt.Dispose();
        _timer?.Dispose();
        _atOnce.Dispose();
    }
}
