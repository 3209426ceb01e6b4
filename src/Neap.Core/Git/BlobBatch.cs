using System.Buffers;

namespace Neap.Core;

/// <summary>Some blobs read together; their bytes live in one rented buffer and end with <see cref="Dispose"/>.</summary>
/// <param name="blobs">The blobs, in the order asked.</param>
/// <param name="rented">The buffer that holds their bytes; returned to the shared pool. Null where none was rented.</param>
public sealed class BlobBatch(IReadOnlyList<RawBlob> blobs, byte[]? rented) : IDisposable
{
    private byte[]? _rented = rented;

    /// <summary>The blobs, in the order asked.</summary>
    public IReadOnlyList<RawBlob> Blobs { get; } = blobs;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rented, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>One blob as git holds it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Whether its bytes are here.</param>
/// <param name="SizeBytes">Its size; 0 where it is missing or damaged.</param>
/// <param name="Bytes">Its bytes where <see cref="RawBlobState.Present"/>; empty otherwise.</param>
public readonly record struct RawBlob(BlobId Id, RawBlobState State, long SizeBytes, ReadOnlyMemory<byte> Bytes);

/// <summary>Whether a blob's bytes could be read.</summary>
public enum RawBlobState
{
    /// <summary>The bytes are here.</summary>
    Present,

    /// <summary>Larger than asked for; only the size is known.</summary>
    TooLarge,

    /// <summary>Not in this clone: a partial clone whose remote did not hand it over, or a repository that lost it.</summary>
    Missing,

    /// <summary>In this clone, and git cannot read it, because the object is damaged or this user may not.</summary>
    Damaged,
}
