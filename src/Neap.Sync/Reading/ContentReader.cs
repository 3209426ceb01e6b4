using System.Buffers;
using System.Security.Cryptography;
using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>What turns blobs into content.</summary>
/// <param name="Embedder">Makes the vectors.</param>
/// <param name="Key">The rules for content.</param>
/// <param name="Clock">Measures how long each content takes; null where nobody asks.</param>
internal sealed record ReadingRules(ITextEmbedder Embedder, ContentKey Key, TimeProvider? Clock)
{
    /// <summary>True once a text was embedded: the embedder works.</summary>
    public bool HasEmbedded { get; set; }
}

/// <summary>Turns blobs into what the index keeps of them. One a worker; not safe for several threads.</summary>
/// <param name="rules">How.</param>
/// <param name="embeds">Whether vectors are made; not where nobody will store them.</param>
/// <param name="isPartialClone">Whether absent content was promised by a remote.</param>
internal sealed class ContentReader(ReadingRules rules, bool embeds, bool isPartialClone)
{
    private static readonly byte[] Harmless = "text"u8.ToArray();

    private readonly ContentKey _key = rules.Key;
    private readonly bool _skipsSecrets = SyncOptions.SkipsSecrets(rules.Key);
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
            var started = Now();
            contents[i] = Examine(blobs[i]) with { Time = Since(started) };
        }

        if (!embeds)
        {
            return contents;
        }

        await EmbedAsync(contents, cancellation);
        return contents;
    }

    /// <summary>Texts of all contents go together; where one of them is refused, each content goes alone.</summary>
    private async ValueTask EmbedAsync(BlobContent[] contents, CancellationToken cancellation)
    {
        try
        {
            await EmbedAsync(contents.AsMemory(), _texts, cancellation);
        }
        catch (NeapException refused) when (refused.Kind == FailureKind.Refused)
        {
            await EmbedAloneAsync(contents, cancellation);
        }
    }

    /// <summary>A content whose text is refused fails alone, as long as the server takes any other.</summary>
    private async ValueTask EmbedAloneAsync(BlobContent[] contents, CancellationToken cancellation)
    {
        var (next, refusal) = (0, (NeapException?)null);
        for (var i = 0; i < contents.Length; i++)
        {
            if (contents[i] is not BlobContent.Text text)
            {
                continue;
            }

            try
            {
                await EmbedAsync(contents.AsMemory(i, 1), _texts.GetRange(next, text.Chunks.Count), cancellation);
            }
            catch (NeapException refused) when (refused.Kind == FailureKind.Refused)
            {
                refusal = refused;
                contents[i] = new BlobContent.Failed(text.Blob, text.SizeBytes, FailureCategory.Validation);
            }

            next += text.Chunks.Count;
        }

        if (refusal is not null && !rules.HasEmbedded)
        {
            // Nothing was ever taken. A model that refuses even this is wrong, and not the files.
            await EmbedAsync(default, [Harmless], cancellation);
        }
    }

    private async ValueTask EmbedAsync(
        Memory<BlobContent> contents, List<ReadOnlyMemory<byte>> texts, CancellationToken cancellation)
    {
        var asked = Now();
        var numbers = ArrayPool<float>.Shared.Rent(Math.Max(1, texts.Count * _key.Dimensions));
        try
        {
            await rules.Embedder.EmbedAsync(texts, numbers.AsMemory(0, texts.Count * _key.Dimensions), cancellation);
            rules.HasEmbedded |= texts.Count > 0;
            AttachVectors(contents.Span, numbers, Since(asked) / Math.Max(1, texts.Count));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(numbers);
        }
    }

    private long Now() => rules.Clock?.GetTimestamp() ?? 0;

    private TimeSpan Since(long timestamp) => rules.Clock?.GetElapsedTime(timestamp) ?? TimeSpan.Zero;

    /// <summary>Everything about a blob but its vectors; its chunks' texts join those to be embedded.</summary>
    private BlobContent Examine(RawBlob blob) => blob.State switch
    {
        RawBlobState.Missing => Absence.Of(blob.Id, isPartialClone),
        RawBlobState.Damaged => new BlobContent.Failed(blob.Id, 0, FailureCategory.FileSystem),
        RawBlobState.TooLarge => new BlobContent.Skipped(blob.Id, blob.SizeBytes, SkipReason.TooLarge),
        _ => BlobText.Read(blob.Bytes) switch
        {
            Reading.Skip(var reason) => new BlobContent.Skipped(blob.Id, blob.SizeBytes, reason),
            Reading.Fail(var category) => new BlobContent.Failed(blob.Id, blob.SizeBytes, category),
            Reading.Text(_, var utf8) when _skipsSecrets && SecretContent.Is(utf8.Span) =>
                new BlobContent.Skipped(blob.Id, blob.SizeBytes, SkipReason.Secret),
            Reading.Text(var encoding, var utf8) => Split(blob, encoding, utf8),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        },
    };

    private BlobContent.Text Split(RawBlob blob, TextEncoding encoding, ReadOnlyMemory<byte> utf8)
    {
        var parts = Chunker.Split(encoding, utf8.Span, blob.SizeBytes);
        var chunks = new ChunkContent[parts.Count];
        var hashes = new byte[parts.Count * SHA256.HashSizeInBytes];
        var terms = new ArrayBufferWriter<byte>(_key.Lexical ? Math.Max(64, utf8.Length) : 1);
        var ends = new int[parts.Count];
        for (var i = 0; i < chunks.Length; i++)
        {
            var text = utf8.Slice(parts[i].TextOffset, parts[i].TextLength);
            _texts.Add(text);
            SHA256.HashData(text.Span, hashes.AsSpan(i * SHA256.HashSizeInBytes));
            if (_key.Lexical)
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

    private void AttachVectors(Span<BlobContent> contents, float[] numbers, TimeSpan timeOfOne)
    {
        var size = VectorCodec.SizeBytes(_key.Encoding, _key.Dimensions);
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
                    _key.Encoding,
                    numbers.AsSpan(next * _key.Dimensions, _key.Dimensions),
                    packed.AsSpan(chunk * size, size));
            }

            contents[i] = text with { Vectors = packed, Time = text.Time + (timeOfOne * text.Chunks.Count) };
        }
    }
}
