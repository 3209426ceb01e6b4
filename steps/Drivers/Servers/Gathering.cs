namespace Drivers;

/// <summary>Callers who are let go together, once they are as many as somebody waits for.</summary>
internal sealed class Gathering(int callers)
{
    /// <summary>After that nobody else will come; what was to be shown by the gathering then fails by what is counted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing = callers;

    /// <summary>Comes and waits for the others; whoever comes later does not wait.</summary>
    public Task JoinAsync()
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _complete.TrySetResult();
        }

        return Task.WhenAny(_complete.Task, Task.Delay(Patience, TimeProvider.System));
    }
}
