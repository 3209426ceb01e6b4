using Neap.Core;

namespace Neap.Sync;

/// <summary>The blobs of a batch that one worker takes; the batch's memory ends with the last of its parts.</summary>
/// <remarks>Where a worker waits for a server most of the time, parts keep the others busy with the same batch.</remarks>
internal sealed class BlobPart : IDisposable
{
    private readonly Shared _shared;

    private BlobPart(IReadOnlyList<RawBlob> blobs, Shared shared) => (Blobs, _shared) = (blobs, shared);

    /// <summary>The blobs, in the order asked.</summary>
    public IReadOnlyList<RawBlob> Blobs { get; }

    /// <summary>Divides a batch into parts of at most a number of blobs; each part has to be disposed.</summary>
    public static IReadOnlyList<BlobPart> Of(BlobBatch batch, int size)
    {
        var shared = new Shared(batch, (batch.Blobs.Count + size - 1) / size);
        return batch.Blobs.Count <= size
            ? [new BlobPart(batch.Blobs, shared)]
            : [.. batch.Blobs.Chunk(size).Select(blobs => new BlobPart(blobs, shared))];
    }

    /// <inheritdoc/>
    public void Dispose() => _shared.Release();

    private sealed class Shared(BlobBatch batch, int parts)
    {
        private int _left = parts;

        public void Release()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                batch.Dispose();
            }
        }
    }
}
