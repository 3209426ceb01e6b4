using System.Threading.Channels;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Reads blobs, turns them into content on several workers, and stores them in batches that nobody sees yet.</summary>
/// <remarks>
/// One reader, some workers, one writer, joined by bounded channels: memory depends on the bounds, not on the repository.
/// When <paramref name="stop"/> is cancelled no further blob is read, each worker ends the batch at hand, and that is stored.
/// </remarks>
internal sealed class Pipeline(
    IRepository repository, ReadingRules rules, SyncOptions options, CancellationToken stop)
{
    private const int BatchesInFlight = 4;
    private const long BatchBytes = 8 * 1024 * 1024;
    private const int BatchChunks = 2_000;

    private readonly Outcome _outcome = new();

    /// <summary>Stores what the blobs become.</summary>
    /// <param name="blobs">The blobs to read, each once.</param>
    /// <param name="put">Stores one batch; null to only look, which asks for no vectors.</param>
    /// <param name="progress">Told the number of blobs stored so far.</param>
    /// <param name="cancellation">Gives up at once.</param>
    public async Task<Outcome> RunAsync(
        IReadOnlyCollection<BlobId> blobs,
        Func<IReadOnlyList<BlobContent>, CancellationToken, ValueTask>? put,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var raw = Channel.CreateBounded<(BlobPart Part, long Place)>(new BoundedChannelOptions(BatchesInFlight) { SingleWriter = true });
        var done = Channel.CreateBounded<IReadOnlyList<BlobContent>>(
            new BoundedChannelOptions(BatchesInFlight) { SingleReader = true });
        var reader = Guarded(() => ReadAsync(blobs, raw.Writer, failed.Token), raw.Writer, failed);
        var workers = Guarded(
            () => Task.WhenAll(Enumerable.Range(0, options.Workers)
                .Select(_ => Task.Run(() => WorkAsync(raw.Reader, done.Writer, put is not null, failed.Token), failed.Token))),
            done.Writer,
            failed);
        var writer = Guarded(() => StoreAsync(done.Reader, put, progress, failed.Token), done.Writer, failed);
        await FirstFailureOf(reader, workers, writer);
        cancellation.ThrowIfCancellationRequested();
        return _outcome;
    }

    /// <summary>The stage that broke cancels the others; its own failure is the one to report.</summary>
    private static async Task FirstFailureOf(params Task[] stages)
    {
        await Task.WhenAll(stages).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var broken = stages.FirstOrDefault(stage => stage.IsFaulted) ?? stages.FirstOrDefault(stage => stage.IsCanceled);
        await (broken ?? Task.CompletedTask);
    }

    private static async Task Guarded<T>(Func<Task> stage, ChannelWriter<T> output, CancellationTokenSource failed)
    {
        try
        {
            await Task.Run(stage, CancellationToken.None);
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
        finally
        {
            output.TryComplete();
        }
    }

    private async Task ReadAsync(
        IReadOnlyCollection<BlobId> blobs, ChannelWriter<(BlobPart Part, long Place)> output, CancellationToken cancellation)
    {
        if (blobs.Count == 0)
        {
            return;
        }

        var place = 0L;
        await foreach (var batch in repository.ReadBlobsAsync(blobs, options.LimitBytes, cancellation))
        {
            foreach (var part in BlobPart.Of(batch, options.BatchSize))
            {
                await output.WriteAsync((part, place++), cancellation);
            }

            if (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task WorkAsync(
        ChannelReader<(BlobPart Part, long Place)> input,
        ChannelWriter<IReadOnlyList<BlobContent>> output,
        bool embeds,
        CancellationToken cancellation)
    {
        var reader = new ContentReader(rules, embeds, repository.IsPartialClone);
        await foreach (var (part, place) in input.ReadAllAsync(cancellation))
        {
            using (part)
            {
                // After a request to stop, what was read is let go, so that the stage before this one can end; but the
                // first part is always kept: a run that is stopped early, again and again, comes to its end too.
                if (!stop.IsCancellationRequested || place == 0)
                {
                    await output.WriteAsync(await reader.ReadAsync(part.Blobs, cancellation), cancellation);
                }
            }
        }
    }

    /// <summary>On one thread from start to end: the C library keeps freed memory apart for each thread that had some.</summary>
    private Task StoreAsync(
        ChannelReader<IReadOnlyList<BlobContent>> input,
        Func<IReadOnlyList<BlobContent>, CancellationToken, ValueTask>? put,
        IProgress<int>? progress,
        CancellationToken cancellation) => Task.Factory.StartNew(
            () => Store(input, batch => Flush(batch, put, progress, cancellation), cancellation),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    private void Store(
        ChannelReader<IReadOnlyList<BlobContent>> input, Action<Batch> flush, CancellationToken cancellation)
    {
        var batch = new Batch();
        while (input.WaitToReadAsync(cancellation).AsTask().GetAwaiter().GetResult())
        {
            while (input.TryRead(out var contents))
            {
                batch.AddAll(contents, options.BatchSize, flush);
            }
        }

        flush(batch);
    }

    private void Flush(
        Batch batch,
        Func<IReadOnlyList<BlobContent>, CancellationToken, ValueTask>? put,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (batch.Contents.Count > 0 && put is not null)
        {
            put(batch.Contents, cancellation).AsTask().GetAwaiter().GetResult();
        }

        batch.Contents.ForEach(_outcome.Add);

        progress?.Report(_outcome.Count);
        batch.Clear();
    }

    private sealed class Batch
    {
        private long _bytes;
        private int _chunks;

        public List<BlobContent> Contents { get; } = [];

        public void AddAll(IReadOnlyList<BlobContent> contents, int size, Action<Batch> flush)
        {
            foreach (var content in contents)
            {
                Add(content);
                if (IsFull(size))
                {
                    flush(this);
                }
            }
        }

        private void Add(BlobContent content)
        {
            Contents.Add(content);
            _bytes += content is BlobContent.Text ? content.SizeBytes : 0;
            _chunks += content is BlobContent.Text text ? text.Chunks.Count : 0;
        }

        private bool IsFull(int size) => Contents.Count >= size || _bytes >= BatchBytes || _chunks >= BatchChunks;

        public void Clear()
        {
            Contents.Clear();
            (_bytes, _chunks) = (0, 0);
        }
    }
}
