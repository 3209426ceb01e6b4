namespace Neap.Core;

/// <summary>
/// Gives a dependency a rest: closed until failures in a row open it; open for the pause; then half-open, which lets one
/// call through. That call closes it or opens it again, so that it can always close.
/// </summary>
/// <remarks>Safe for several threads. A call that is let through must end with <see cref="Leave"/>.</remarks>
public sealed class Breaker(BreakerPolicy policy, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _failures;
    private long _openedAt;
    private bool _isOpen;
    private bool _isTrying;

    /// <summary>Where it stands now.</summary>
    public BreakerState State
    {
        get
        {
            lock (_lock)
            {
                return StateNeedsLock();
            }
        }
    }

    /// <summary>True where a call may be made now; it then counts as under way.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            var state = StateNeedsLock();
            if (state == BreakerState.Open || (state == BreakerState.HalfOpen && _isTrying))
            {
                return false;
            }

            _isTrying = state == BreakerState.HalfOpen;
            return true;
        }
    }

    /// <summary>Notes how a call ended that was let through.</summary>
    public void Leave(CallEnd end)
    {
        lock (_lock)
        {
            _isTrying = false;
            switch (end)
            {
                case CallEnd.Answered:
                    (_failures, _isOpen) = (0, false);
                    break;
                case CallEnd.Failed:
                    _failures++;
                    (_isOpen, _openedAt) = _isOpen || _failures >= policy.Failures
                        ? (true, clock.GetTimestamp())
                        : (false, _openedAt);
                    break;
            }
        }
    }

    private BreakerState StateNeedsLock()
    {
        if (!_isOpen)
        {
            return BreakerState.Closed;
        }

        return clock.GetElapsedTime(_openedAt) < policy.Pause ? BreakerState.Open : BreakerState.HalfOpen;
    }
}

/// <summary>Where a breaker stands.</summary>
public enum BreakerState
{
    /// <summary>Every call is made.</summary>
    Closed,

    /// <summary>No call is made.</summary>
    Open,

    /// <summary>One call is made to see whether the dependency is back.</summary>
    HalfOpen,
}

/// <summary>How a call ended, as far as the health of the one who was called goes.</summary>
public enum CallEnd
{
    /// <summary>It answered, if only to refuse.</summary>
    Answered,

    /// <summary>It did not answer as it should.</summary>
    Failed,

    /// <summary>Nobody waited for the answer.</summary>
    Unknown,
}
