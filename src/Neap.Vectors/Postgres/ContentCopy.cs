using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Loads contents, their vectors and their words by binary COPY, inside a transaction of the caller.</summary>
internal sealed class ContentCopy
{
    private const int MaxVectorDimensions = 16_000;

    private readonly CopyWriter _chunks = new();
    private readonly CopyWriter _words = new();
    private float[] _vector = [];

    /// <summary>Stores a batch; of a blob that is already there the first stays.</summary>
    /// <returns>The number of blobs that were new.</returns>
    public async Task<int> PutAsync(
        NpgsqlConnection connection, ContentKey key, IReadOnlyList<BlobContent> batch, CancellationToken cancellation)
    {
        // Content that is lost with the server's power is read again; a publication waits for the disk, and for all before it.
        await connection.RunAsync("SET LOCAL synchronous_commit = off", cancellation);
        var id = await ContentKeyRows.FindOrAddAsync(connection, key, cancellation);
        var added = await BlobRows.AddAsync(connection, id, batch, cancellation);
        if (Write(key, batch.OfType<BlobContent.Text>().DistinctBy(text => text.Blob), added))
        {
            await CopyAsync(
                connection,
                $"COPY {Migrations.Chunks(id)} FROM STDIN (FORMAT BINARY)",
                _chunks.Written, cancellation);
            if (key.Lexical)
            {
                await CopyAsync(
                    connection, $"COPY {Migrations.Words(id)} FROM STDIN (FORMAT BINARY)", _words.Written, cancellation);
            }
        }

        return added.Count;
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, string copy, ReadOnlyMemory<byte> rows, CancellationToken cancellation)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy, cancellation);
        await stream.WriteAsync(rows, cancellation);
    }

    /// <returns>False where nothing was to be written.</returns>
    private bool Write(ContentKey key, IEnumerable<BlobContent.Text> texts, Dictionary<BlobId, long> added)
    {
        _vector = key.Dimensions <= MaxVectorDimensions
            ? new float[key.Dimensions]
            : throw new NotSupportedException($"PostgreSQL keeps vectors of up to {MaxVectorDimensions} dimensions.");
        _chunks.Begin();
        _words.Begin();
        var some = false;
        foreach (var text in texts)
        {
            if (added.TryGetValue(text.Blob, out var blob))
            {
                Write(key, text, blob);
                some = true;
            }
        }

        _chunks.End();
        _words.End();
        return some;
    }

    private void Write(ContentKey key, BlobContent.Text text, long blob)
    {
        var size = VectorCodec.SizeBytes(key.Encoding, key.Dimensions);
        if (text.Vectors.Length != text.Chunks.Count * size)
        {
            throw new InvalidOperationException(
                $"Blob {text.Blob} came with {text.Chunks.Count} chunks and {text.Vectors.Length} bytes of vectors.");
        }

        for (var i = 0; i < text.Chunks.Count; i++)
        {
            VectorCodec.Unpack(key.Encoding, text.Vectors.Span.Slice(i * size, size), _vector);
            WriteChunk(blob, i, text.Chunks[i]);
        }
    }

    private void WriteChunk(long blob, int number, ChunkContent chunk)
    {
        _chunks.Row(8);
        _chunks.Long(blob);
        _chunks.Integer(number);
        _chunks.Long(chunk.Range.OffsetBytes);
        _chunks.Integer(chunk.Range.LengthBytes);
        _chunks.Integer(chunk.Range.FirstLine);
        _chunks.Integer(chunk.Range.LastLine);
        _chunks.Bytes(chunk.TextSha256.Span);
        _chunks.Vector(_vector);
        if (!chunk.Terms.IsEmpty)
        {
            _words.Row(3);
            _words.Long(blob);
            _words.Integer(number);
            _words.Words(chunk.Terms.Span);
        }
    }
}
