namespace Neap.Cli;

/// <summary>What a signal means to a command, in the order of time: finish the batch at hand, give up, leave.</summary>
/// <remarks>
/// Whoever waits for a server, a disk or another program may wait for ever, and some of those waits cannot be cut off at
/// all. So the command is not asked at the end: it is left where it stands, as a second signal would leave it, which is safe.
/// </remarks>
internal sealed class Interruption : IDisposable
{
    /// <summary>The batch at hand may be finished, but not for ever: whoever waits for a slow server is cut off.</summary>
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(4);

    /// <summary>The end has to come within 10 s of the signal; until then the books may be closed.</summary>
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(5.5);

    /// <summary>The last words take milliseconds, more on a busy machine, and for ever where nobody reads them.</summary>
    private static readonly TimeSpan Speaking = TimeSpan.FromSeconds(1.5);

    private readonly CommandHost _outside;
    private readonly CancellationTokenSource _asked = new();
    private readonly CancellationTokenSource _atOnce = new();
    private readonly CancellationTokenRegistration _onSignal;
    private readonly Lock _gate = new();
    private readonly List<ITimer> _timers = [];
    private Func<int> _lastWords = static () => ExitCodes.Interrupted;
    private volatile bool _isRead;
    private bool _isOver;

    public Interruption(CommandHost outside)
    {
        _outside = outside;
        Inside = outside with { Interrupt = _asked.Token, AtOnce = _atOnce.Token };
        _onSignal = outside.Interrupt.Register(Hear);
    }

    /// <summary>The host as the command is to see it.</summary>
    public CommandHost Inside { get; }

    /// <summary>Says what is said where the command is left, and answers with the exit code.</summary>
    public void End(Func<int> lastWords) => _lastWords = lastWords;

    /// <remarks>Does not wait for what is being said to whoever does not read it.</remarks>
    public void Dispose()
    {
        _onSignal.Unregister();
        lock (_gate)
        {
            _isOver = true;
            _timers.ForEach(timer => timer.Dispose());
        }

        _asked.Dispose();
        _atOnce.Dispose();
    }

    /// <summary>Whoever cancels runs what others registered; drivers ask their servers there, so nobody waits for it.</summary>
    private void Hear()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _ = _asked.CancelAsync(); // it holds at once: whoever reads the words below may count on no further batch
            After(Finishing, GiveUp);
            After(Leaving, Leave);
        }

        // Last: nobody may read it, and the pipe be full.
        _outside.Error.WriteLine("Interrupted: finishing the batch at hand. A second signal leaves at once, which is safe too.");
        _isRead = true;
    }

    private void GiveUp()
    {
        lock (_gate)
        {
            _ = _isOver ? Task.CompletedTask : _atOnce.CancelAsync();
        }
    }

    private void After(TimeSpan time, Action what) =>
        _timers.Add(_outside.Clock.CreateTimer(_ => what(), null, time, Timeout.InfiniteTimeSpan));

    private void Leave()
    {
        lock (_gate)
        {
            if (_isOver || _outside.Leave is not { } leave)
            {
                return;
            }

            _isOver = true;
            var said = _isRead ? Task.Run(_lastWords).WaitAsync(Speaking, _outside.Clock) : Task.CompletedTask;
            _ = said.ContinueWith(
                _ => leave(ExitCodes.Interrupted), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}
