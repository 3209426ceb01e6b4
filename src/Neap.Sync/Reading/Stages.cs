using System.Runtime.ExceptionServices;

namespace Neap.Sync;

/// <summary>Stages of one run, each on a thread of its own; the one that breaks cancels the others.</summary>
/// <param name="failed">Cancelled by the first failure.</param>
internal sealed class Stages(CancellationTokenSource failed)
{
    private readonly List<Task<ExceptionDispatchInfo?>> _started = [];

    /// <summary>Starts a stage.</summary>
    /// <param name="work">What it does.</param>
    /// <param name="ended">Tells the next stage that no more will come, however the work ended.</param>
    public void Start(Action work, Action ended) => _started.Add(Task.Factory.StartNew(
        () => Try(work, ended), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    /// <summary>Runs the last stage on the caller's thread, and waits for the others.</summary>
    /// <exception cref="Exception">What broke the stage that broke first; a cancelled one counts only where none broke.</exception>
    public void RunLast(Action work)
    {
        var last = Try(work, () => { });
        var failures = _started.ConvertAll(stage => stage.GetAwaiter().GetResult());
        failures.Add(last);
        var broken = failures.Find(failure => failure?.SourceException is not (null or OperationCanceledException))
            ?? failures.Find(failure => failure is not null);
        broken?.Throw();
    }

    // Whatever goes wrong on a stage's thread has to reach the caller as it is.
    private ExceptionDispatchInfo? Try(Action work, Action ended)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception any)
        {
            failed.Cancel();
            return ExceptionDispatchInfo.Capture(any);
        }
        finally
        {
            ended();
        }
    }
}
