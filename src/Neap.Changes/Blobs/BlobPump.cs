using System.Threading.Channels;

namespace Neap.Changes;

/// <summary>Two threads around the reading processes: one writes ids, one reads contents and packs them in batches.</summary>
/// <remarks>
/// The pipes and two bounded channels hold everything that is under way, so memory does not grow with the order.
/// Git may keep its last answers in a buffer until it is asked for more; the asking thread therefore never waits for
/// a batch to be taken, only for room in git's own input.
/// </remarks>
internal sealed class BlobPump : IDisposable
{
    private const int BatchesUnderWay = 4;
    private const int PartsUnderWay = 1024;

    private readonly GitRunner _git;
    private readonly BlobOrder _order;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _stop;
    private readonly BlobProcess?[] _processes;
    private readonly Channel<AskedPart> _asked = Bounded<AskedPart>(PartsUnderWay);
    private readonly Channel<BlobBatch> _batches = Bounded<BlobBatch>(BatchesUnderWay);
    private readonly Task _asking;
    private readonly Task _reading;

    /// <summary>Starts reading.</summary>
    public BlobPump(GitRunner git, BlobOrder order, CancellationToken cancellation)
    {
        (_git, _order, _cancellation) = (git, order, cancellation);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _processes = new BlobProcess?[git.Options.BlobReaders];
        _asking = Task.Factory.StartNew(Ask, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The next contents, in the order asked; null after the last. It waits on the caller's thread.</summary>
    public BlobBatch? Next() =>
        _batches.Reader.TryRead(out var ready) || (Wait(_batches.Reader.WaitToReadAsync(_cancellation)) && _batches.Reader.TryRead(out ready))
            ? ready
            : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        Task.WaitAll(_asking, _reading);
        while (_batches.Reader.TryRead(out var left))
        {
            left.Dispose();
        }

        _stop.Dispose();
    }

    private static Channel<T> Bounded<T>(int capacity) =>
        Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = true });

    private void Ask()
    {
        Exception? failure = null;
        try
        {
            var turn = 0;
            foreach (var part in _order.Blobs.Chunk(AskedPart.MostBlobs))
            {
                Hand(part, turn);
                turn = (turn + 1) % _processes.Length;
            }
        }
        catch (Exception any)
        {
            // Whatever it is, also in the caller's enumeration: the channel takes it to the reading thread, and that to the caller.
            failure = any;
        }

        foreach (var process in _processes)
        {
            process?.NoMore();
        }

        _asked.Writer.Complete(failure);
    }

    private void Hand(BlobId[] part, int turn)
    {
        var process = _processes[turn];
        if (process is null || process.IsBroken || process.Asked >= _git.Options.BlobsPerProcess)
        {
            process?.NoMore();
            process = _processes[turn] = new BlobProcess(_git, _order.LimitBytes, _stop.Token);
        }

        Wait(_asked.Writer.WriteAsync(new AskedPart(process, part), _stop.Token));
        process.Ask(part, _order.Absent);
    }

    private void Read()
    {
        Exception? failure = null;
        var open = new HashSet<BlobProcess>();
        try
        {
            var packer = new BatchPacker(batch => Wait(_batches.Writer.WriteAsync(batch, _stop.Token)));
            while (Wait(_asked.Reader.WaitToReadAsync(_stop.Token)))
            {
                while (_asked.Reader.TryRead(out var part))
                {
                    open.Add(part.Process);
                    Receive(part, packer);
                    open.RemoveWhere(process => process.EndedAfterUse());
                }
            }

            packer.Flush();
        }
        catch (Exception any)
        {
            // Whatever it is: the channel takes it to the caller, who would wait for ever without an end.
            failure = any;
        }

        _batches.Writer.Complete(failure);
        if (failure is not null)
        {
            _stop.Cancel();
        }

        foreach (var process in open)
        {
            process.Dispose();
        }
    }

    // An object that cannot be read ends the git that was asked for it. What that git still owed is asked again, of
    // another one; where even that ends at its first answer, the object is to blame and not the process.
    private void Receive(AskedPart part, BatchPacker packer)
    {
        BlobProcess? again = null;
        for (var i = 0; i < part.Blobs.Length; i++)
        {
            var blob = part.Blobs[i];
            if (_order.Absent.Contains(blob.Value))
            {
                packer.AddWithoutBytes(new RawBlob(blob, RawBlobState.Missing, 0, default));
            }
            else if (!(again ?? part.Process).TryReceive(blob, _order.LimitBytes, packer))
            {
                _stop.Token.ThrowIfCancellationRequested();
                again?.Dispose();
                again = AskAgain(part.Blobs.AsSpan(i));
                if (!again.TryReceive(blob, _order.LimitBytes, packer))
                {
                    again.EnsureDamaged(blob);
                    packer.AddWithoutBytes(new RawBlob(blob, RawBlobState.Damaged, 0, default));
                }
            }
        }

        again?.Dispose();
    }

    /// <summary>A part is small enough for git's input, so that asking never waits for the answers to be read.</summary>
    private BlobProcess AskAgain(ReadOnlySpan<BlobId> blobs)
    {
        var process = new BlobProcess(_git, _order.LimitBytes, _stop.Token);
        process.Ask(blobs, _order.Absent);
        process.NoMore();
        return process;
    }

    private static void Wait(ValueTask pending)
    {
        if (!pending.IsCompletedSuccessfully)
        {
            pending.AsTask().GetAwaiter().GetResult();
        }
    }

    private static bool Wait(ValueTask<bool> pending) =>
        pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
}

/// <summary>Ids that one process was asked for together.</summary>
/// <param name="Process">Who answers.</param>
/// <param name="Blobs">The ids, in order.</param>
internal sealed record AskedPart(BlobProcess Process, BlobId[] Blobs)
{
    /// <summary>Small enough that several processes work at the same time while one thread reads them in turn.</summary>
    public const int MostBlobs = 64;
}
