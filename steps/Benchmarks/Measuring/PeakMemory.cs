using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>Looks at the resident memory of a process and its children while they run.</summary>
/// <remarks>
/// The figure that comes with the end of a process is of no use here: Linux counts what the starting process held before
/// it turned into the new program. The high-water mark in <c>/proc</c> begins with the new program.
/// </remarks>
internal sealed class PeakMemory : IDisposable
{
    // Each look takes the lock that the watched process needs for its page faults, so there are few.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);
    private readonly ManualResetEventSlim _stop = new();
    private readonly ManualResetEventSlim _begin = new();
    private readonly Thread _watcher;
    private int _processId;

    public PeakMemory()
    {
        _watcher = new Thread(Look);
        _watcher.Start();
    }

    /// <summary>Most bytes of the process itself.</summary>
    public long Own { get; private set; }

    /// <summary>Most bytes of one of its children.</summary>
    public long Child { get; private set; }

    /// <summary>Begins to watch.</summary>
    public void Watch(int processId)
    {
        _processId = processId;
        _begin.Set();
    }

    /// <summary>Ends watching.</summary>
    public void Stop()
    {
        _stop.Set();
        _begin.Set();
        _watcher.Join();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _stop.Dispose();
        _begin.Dispose();
    }

    private void Look()
    {
        _begin.Wait();
        var turn = 0;
        do
        {
            Own = Math.Max(Own, HighWater(_processId));
            if (turn++ % 4 == 0)
            {
                LookAtChildren();
            }
        }
        while (!_stop.Wait(Interval));
    }

    private void LookAtChildren()
    {
        try
        {
            foreach (var task in Directory.EnumerateDirectories($"/proc/{_processId}/task"))
            {
                var children = File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
                Child = children.Aggregate(
                    Child, (most, child) => Math.Max(most, HighWater(int.Parse(child, CultureInfo.InvariantCulture))));
            }
        }
        catch (IOException)
        {
            // A thread that ended between two looks.
        }
    }

    private static long HighWater(int processId)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{processId}/status"))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                {
                    return 1024 * long.Parse(line.AsSpan(6, line.Length - 8), CultureInfo.InvariantCulture);
                }
            }
        }
        catch (IOException)
        {
            // It has ended.
        }

        return 0;
    }
}
