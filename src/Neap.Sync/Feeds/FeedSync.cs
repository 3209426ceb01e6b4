using System.Threading.Channels;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Brings the index to the state that a feed describes, each repository's part on its own.</summary>
/// <remarks>
/// Memory depends on the size of a batch, not on the number of lines. The caller holds the locks of the repositories that
/// <see cref="FeedSyncRequest.Find"/> answers with.
/// </remarks>
public sealed class FeedSync(IIndexStore store, ITextEmbedder embedder, SyncOptions options, TimeProvider clock)
{
    private const int BatchesAhead = 2;

    /// <summary>Reads a feed to its end.</summary>
    /// <param name="lines">The feed; is enumerated on another thread.</param>
    /// <param name="request">What to do.</param>
    /// <param name="stop">Asks to stop: the batch at hand is kept, nothing further is published.</param>
    /// <param name="cancellation">Gives up at once.</param>
    /// <exception cref="NeapException">The part at work was not published; what it kept stays for the next run.</exception>
    public async Task<FeedOutcome> RunAsync(
        IEnumerable<FeedLine> lines, FeedSyncRequest request, CancellationToken stop, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(request);
        var staging = request.Mode == SyncMode.DryRun ? null : store.Staging;
        var rules = new ReadingRules(embedder, options.KeyFor(embedder), clock);
        var run = new FeedRun(new FeedEngine(store, staging, rules, options, request, stop));
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellation);
        var batches = Channel.CreateBounded<IReadOnlyList<FeedLine>>(new BoundedChannelOptions(BatchesAhead));
        var reading = Task.Factory.StartNew(
            () => Read(lines, batches.Writer, ends.Token),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return await WorkAsync(run, batches.Reader, stop, cancellation);
        }
        catch (Exception failure)
        {
            await ends.CancelAsync(); // the reader may wait for input for ever; nobody waits for it
            await run.GiveUpAsync(failure);
            throw;
        }
        finally
        {
            _ = reading;
        }
    }

    private static async Task<FeedOutcome> WorkAsync(
        FeedRun run, ChannelReader<IReadOnlyList<FeedLine>> batches, CancellationToken stop, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellation);
        try
        {
            await foreach (var batch in batches.ReadAllAsync(either.Token))
            {
                if (await run.TakeAsync(batch, cancellation) is { } failed)
                {
                    return new FeedOutcome(await run.StopAsync(failed), IsInterrupted: false);
                }
            }

            return new FeedOutcome(await run.FinishAsync(cancellation), IsInterrupted: false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new FeedOutcome(await run.InterruptAsync(), IsInterrupted: true);
        }
    }

    /// <summary>Gathers lines; waits while enough of them are ahead, and so does whoever writes the feed.</summary>
    private static void Read(
        IEnumerable<FeedLine> lines, ChannelWriter<IReadOnlyList<FeedLine>> batches, CancellationToken cancellation)
    {
        Exception? trouble = null;
        try
        {
            var batch = new LineBatch();
            foreach (var line in lines)
            {
                if (batch.Add(line))
                {
                    batches.WriteAsync(batch.Take(), cancellation).AsTask().GetAwaiter().GetResult();
                }
            }

            batches.WriteAsync(batch.Take(), cancellation).AsTask().GetAwaiter().GetResult();
        }
        catch (IOException broken)
        {
            trouble = SyncFailures.BrokenInput(broken);
        }
        catch (Exception failure)
        {
            trouble = failure; // whatever it is, the lines after it were not read, so the feed must not seem to have ended
        }
        finally
        {
            batches.TryComplete(trouble);
        }
    }

    private sealed class LineBatch
    {
        private const int Most = 256;
        private const long MostBytes = 4 * 1024 * 1024;

        private List<FeedLine> _lines = [];
        private long _bytes;

        /// <summary>True where the batch is full.</summary>
        public bool Add(FeedLine line)
        {
            _lines.Add(line);
            _bytes += line is FeedLine.Change { Entry.Source: FeedSource.Carried carried } ? carried.Bytes.Length : 0;
            return _lines.Count >= Most || _bytes >= MostBytes;
        }

        public List<FeedLine> Take()
        {
            var lines = _lines;
            (_lines, _bytes) = ([], 0);
            return lines;
        }
    }
}
