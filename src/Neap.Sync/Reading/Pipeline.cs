using System.Threading.Channels;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Reads blobs, turns them into content on several workers, and stores them in batches that nobody sees yet.</summary>
/// <remarks>
/// One reader, some workers, one writer, joined by bounded channels: memory depends on the bounds, not on the repository.
/// Each has a thread of its own and waits on it; see <see cref="Blocking"/>.
/// When <paramref name="stop"/> is cancelled no further blob is read, each worker ends the batch at hand, and that is stored.
/// </remarks>
internal sealed class Pipeline(
    IRepository repository, ReadingRules rules, SyncOptions options, CancellationToken stop)
{
    private const int BatchesInFlight = 4;
    private const long BatchBytes = 8 * 1024 * 1024;
    private const int BatchChunks = 2_000;

    private readonly Outcome _outcome = new();

    /// <summary>Stores what the blobs become, on the caller's thread.</summary>
    /// <param name="blobs">The blobs to read, each once.</param>
    /// <param name="put">Stores one batch; null to only look, which asks for no vectors.</param>
    /// <param name="progress">Told the number of blobs stored so far.</param>
    /// <param name="cancellation">Gives up at once.</param>
    public Outcome Run(
        IReadOnlyCollection<BlobId> blobs,
        Func<IReadOnlyList<BlobContent>, CancellationToken, ValueTask>? put,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        if (blobs.Count == 0)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(0);
            return _outcome;
        }

        _outcome.Expect(blobs.Count);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var stages = new Stages(failed);
        var raw = Channel.CreateBounded<Numbered>(new BoundedChannelOptions(BatchesInFlight) { SingleWriter = true });
        var done = Channel.CreateBounded<IReadOnlyList<BlobContent>>(
            new BoundedChannelOptions(BatchesInFlight) { SingleReader = true });
        stages.Start(() => Read(blobs, raw.Writer, failed.Token), () => raw.Writer.TryComplete());
        var working = options.Workers;
        for (var worker = 0; worker < options.Workers; worker++)
        {
            stages.Start(
                () => Work(raw.Reader, done.Writer, put is not null, failed.Token),
                () => _ = Interlocked.Decrement(ref working) == 0 && done.Writer.TryComplete());
        }

        stages.RunLast(() => Store(done.Reader, batch => Flush(batch, put, progress, failed.Token), failed.Token));
        cancellation.ThrowIfCancellationRequested();
        return _outcome;
    }

    private void Read(
        IReadOnlyCollection<BlobId> blobs, ChannelWriter<Numbered> output, CancellationToken cancellation)
    {
        var place = 0L;
        foreach (var batch in repository.ReadBlobsAsync(blobs, options.LimitBytes, cancellation).ToBlockingEnumerable(cancellation))
        {
            foreach (var part in BlobPart.Of(batch, options.BatchSize))
            {
                Blocking.Wait(output.WriteAsync(new Numbered(part, place++), cancellation));
            }

            if (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Work(
        ChannelReader<Numbered> input,
        ChannelWriter<IReadOnlyList<BlobContent>> output,
        bool embeds,
        CancellationToken cancellation)
    {
        var reader = new ContentReader(rules, embeds, repository.IsPartialClone);
        while (Blocking.Wait(input.WaitToReadAsync(cancellation)))
        {
            while (input.TryRead(out var next))
            {
                using var part = next.Part;
                // After a request to stop, what was read is let go, so that the stage before this one can end; but the
                // first part is always kept: a run that is stopped early, again and again, comes to its end too.
                if (!stop.IsCancellationRequested || next.Place == 0)
                {
                    var contents = Blocking.Wait(reader.ReadAsync(part.Blobs, cancellation));
                    Blocking.Wait(output.WriteAsync(contents, cancellation));
                }
            }
        }
    }

    /// <summary>On one thread from start to end: the C library keeps freed memory apart for each thread that had some.</summary>
    private void Store(
        ChannelReader<IReadOnlyList<BlobContent>> input, Action<Batch> flush, CancellationToken cancellation)
    {
        var batch = new Batch();
        while (Blocking.Wait(input.WaitToReadAsync(cancellation)))
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
            Blocking.Wait(put(batch.Contents, cancellation));
        }

        batch.Contents.ForEach(_outcome.Add);

        progress?.Report(_outcome.Count);
        batch.Clear();
    }

    private sealed record Numbered(BlobPart Part, long Place);

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
