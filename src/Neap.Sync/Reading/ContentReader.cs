using System.Buffers;
using System.Security.Cryptography;
using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Turns blobs into what the index keeps of them. One a worker; not safe for several threads.</summary>
/// <param name="embedder">Makes the vectors; null where nobody will store them.</param>
/// <param name="key">The rules for content.</param>
/// <param name="isPartialClone">Whether absent content was promised by a remote.</param>
internal sealed class ContentReader(ITextEmbedder? embedder, ContentKey key, bool isPartialClone)
{
    private readonly WordCollector _words = new();
    private readonly List<ReadOnlyMemory<byte>> _texts = [];

    /// <summary>Reads blobs together, so that their texts reach the embedder in one call.</summary>
    public async ValueTask<IReadOnlyList<BlobContent>> ReadAsync(
        IReadOnlyList<RawBlob> blobs, CancellationToken cancellation)
    {
        _texts.Clear();
        var contents = new BlobContent[blobs.Count];
        for (var i = 0; i < contents.Length; i++)
        {
            contents[i] = Examine(blobs[i]);
        }

        if (embedder is null)
        {
            return contents;
        }

        var numbers = ArrayPool<float>.Shared.Rent(Math.Max(1, _texts.Count * key.Dimensions));
        await embedder.EmbedAsync(_texts, numbers.AsMemory(0, _texts.Count * key.Dimensions), cancellation);
        AttachVectors(contents, numbers);
        ArrayPool<float>.Shared.Return(numbers);
        return contents;
    }

    /// <summary>Everything about a blob but its vectors; its chunks' texts join those to be embedded.</summary>
    private BlobContent Examine(RawBlob blob) => blob.State switch
    {
        RawBlobState.Missing => Absence.Of(blob.Id, isPartialClone),
        RawBlobState.TooLarge => new BlobContent.Skipped(blob.Id, blob.SizeBytes, SkipReason.TooLarge),
        _ => BlobText.Read(blob.Bytes) switch
        {
            Reading.Skip(var reason) => new BlobContent.Skipped(blob.Id, blob.SizeBytes, reason),
            Reading.Fail(var category) => new BlobContent.Failed(blob.Id, blob.SizeBytes, category),
            Reading.Text(var encoding, var utf8) => Split(blob, encoding, utf8),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        },
    };

    private BlobContent.Text Split(RawBlob blob, TextEncoding encoding, ReadOnlyMemory<byte> utf8)
    {
        var parts = Chunker.Split(encoding, utf8.Span, blob.SizeBytes);
        var chunks = new ChunkContent[parts.Count];
        var hashes = new byte[parts.Count * SHA256.HashSizeInBytes];
        var terms = new ArrayBufferWriter<byte>(key.Lexical ? Math.Max(64, utf8.Length) : 1);
        var ends = new int[parts.Count];
        for (var i = 0; i < chunks.Length; i++)
        {
            var text = utf8.Slice(parts[i].TextOffset, parts[i].TextLength);
            _texts.Add(text);
            SHA256.HashData(text.Span, hashes.AsSpan(i * SHA256.HashSizeInBytes));
            if (key.Lexical)
            {
                _words.Collect(text.Span, terms);
            }

            ends[i] = terms.WrittenCount;
        }

        for (var i = 0; i < chunks.Length; i++)
        {
            var start = i == 0 ? 0 : ends[i - 1];
            chunks[i] = new ChunkContent(
                parts[i].Range,
                hashes.AsMemory(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes),
                terms.WrittenMemory[start..ends[i]]);
        }

        return new BlobContent.Text(blob.Id, blob.SizeBytes, encoding, chunks, default);
    }

    private void AttachVectors(BlobContent[] contents, float[] numbers)
    {
        var size = VectorCodec.SizeBytes(key.Encoding, key.Dimensions);
        var next = 0;
        for (var i = 0; i < contents.Length; i++)
        {
            if (contents[i] is not BlobContent.Text text)
            {
                continue;
            }

            var packed = new byte[text.Chunks.Count * size];
            for (var chunk = 0; chunk < text.Chunks.Count; chunk++, next++)
            {
                VectorCodec.Pack(
                    key.Encoding,
                    numbers.AsSpan(next * key.Dimensions, key.Dimensions),
                    packed.AsSpan(chunk * size, size));
            }

            contents[i] = text with { Vectors = packed };
        }
    }
}
