using System.Buffers;

namespace Neap.Changes;

/// <summary>Packs blobs into batches of at most 64 blobs or 256 KiB; a larger blob is a batch of its own.</summary>
/// <param name="deliver">Takes a finished batch.</param>
internal sealed class BatchPacker(Action<BlobBatch> deliver)
{
    private const int BatchBytes = 256 * 1024;
    private const int BatchBlobs = 64;
    private List<RawBlob> _blobs = new(BatchBlobs);
    private byte[]? _rented;
    private int _used;

    /// <summary>Room for the bytes of the next blob; they count once <see cref="Add"/> is called.</summary>
    public Span<byte> Room(int sizeBytes)
    {
        if (_used + sizeBytes > BatchBytes && _blobs.Count > 0)
        {
            Flush();
        }

        _rented ??= ArrayPool<byte>.Shared.Rent(Math.Max(sizeBytes, BatchBytes));
        if (_rented.Length - _used < sizeBytes)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = ArrayPool<byte>.Shared.Rent(sizeBytes);
        }

        return _rented.AsSpan(_used, sizeBytes);
    }

    /// <summary>Takes the blob whose bytes were put in the room.</summary>
    public void Add(BlobId blob, int sizeBytes)
    {
        var bytes = _rented.AsMemory(_used, sizeBytes);
        _used += sizeBytes;
        AddWithoutBytes(new RawBlob(blob, RawBlobState.Present, sizeBytes, bytes));
    }

    /// <summary>Takes a blob that has no bytes.</summary>
    public void AddWithoutBytes(RawBlob blob)
    {
        _blobs.Add(blob);
        if (_blobs.Count == BatchBlobs || _used >= BatchBytes)
        {
            Flush();
        }
    }

    /// <summary>Delivers what there is.</summary>
    public void Flush()
    {
        if (_blobs.Count == 0)
        {
            return;
        }

        var batch = new BlobBatch(_blobs, _rented);
        (_blobs, _rented, _used) = (new List<RawBlob>(BatchBlobs), null, 0);
        deliver(batch);
    }
}
