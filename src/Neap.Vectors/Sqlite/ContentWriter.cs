using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Writes blobs, their chunks and their words inside a transaction of the caller.</summary>
internal sealed class ContentWriter
{
    private readonly Database _database;
    private readonly PutIds _ids;
    private readonly ContentKey _key;
    private readonly long _keyId;
    private readonly Statement _blob;
    private readonly Statement _chunk;
    private readonly Statement? _lexical;
    private long _next;
    private long _chunks;
    private long _lexicalRows;

    private ContentWriter(Database database, ContentKey key, PutIds ids)
    {
        _database = database;
        _ids = ids;
        _key = key;
        _keyId = ContentKeys.FindOrAdd(database, key);
        _blob = database.Shared(
            """
            INSERT INTO blob(id, key, oid, size, encoding, state, reason, chunks, made_with)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?2) ON CONFLICT DO NOTHING
            """);
        _chunk = database.Shared(
            """
            INSERT INTO chunk(id, offset, length, first_line, last_line, sha, vec) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """);
        _lexical = key.Lexical
            ? database.Shared($"INSERT INTO {Schema.LexicalTable(_keyId)}(rowid, terms) VALUES(?1, ?2)")
            : null;
    }

    /// <summary>Stores a batch; of a blob that is already there the first stays.</summary>
    public static void Put(Database database, ContentKey key, IReadOnlyList<BlobContent> batch, PutIds ids)
    {
        var writer = new ContentWriter(database, key, ids);
        ids.Refresh(database, writer._keyId);
        writer._next = database.Scalar("SELECT next FROM blob_sequence");
        foreach (var content in batch)
        {
            writer.Put(content);
        }

        database.Shared("UPDATE blob_sequence SET next=?1").Bind(1, writer._next).Run();
        database.Shared("UPDATE content_key SET chunks=chunks+?2, lexical_rows=lexical_rows+?3 WHERE id=?1")
            .Bind(1, writer._keyId).Bind(2, writer._chunks).Bind(3, writer._lexicalRows).Run();
    }

    private void Put(BlobContent content)
    {
        var text = content as BlobContent.Text;
        _blob.Bind(1, _next).Bind(2, _keyId).Bind(3, content.Blob.Value.Bytes).Bind(4, content.SizeBytes)
            .Bind(8, text?.Chunks.Count ?? 0);
        BindState(content);
        _blob.Run();
        if (_database.Changes == 0)
        {
            return;
        }

        if (text is not null)
        {
            PutChunks(text, _next << Schema.OrdinalBits);
        }

        _ids.Add(content.Blob, _next);
        _next++;
    }

    private void BindState(BlobContent content)
    {
        _blob.BindNull(5).BindNull(7);
        _ = content switch
        {
            BlobContent.Text text => _blob.BindUtf8(5, Words.Of(text.Encoding)).BindUtf8(6, Standings.Text),
            BlobContent.Skipped skipped => _blob.BindUtf8(6, Standings.Skipped).BindUtf8(7, Words.Of(skipped.Reason)),
            BlobContent.Failed failed => _blob.BindUtf8(6, Standings.Failed).BindUtf8(7, Words.Of(failed.Category)),
            _ => throw new InvalidOperationException($"{content.GetType()} is no content."),
        };
    }

    private void PutChunks(BlobContent.Text text, long firstId)
    {
        var size = VectorCodec.SizeBytes(_key.Encoding, _key.Dimensions);
        if (text.Chunks.Count > Schema.MaxChunks || text.Vectors.Length != text.Chunks.Count * size)
        {
            throw new InvalidOperationException(
                $"Blob {text.Blob} came with {text.Chunks.Count} chunks and {text.Vectors.Length} bytes of vectors.");
        }

        var vectors = text.Vectors.Span;
        for (var i = 0; i < text.Chunks.Count; i++)
        {
            var chunk = text.Chunks[i];
            _chunk.Bind(1, firstId + i).Bind(2, chunk.Range.OffsetBytes).Bind(3, chunk.Range.LengthBytes)
                .Bind(4, chunk.Range.FirstLine).Bind(5, chunk.Range.LastLine).Bind(6, chunk.TextSha256.Span)
                .Bind(7, vectors.Slice(i * size, size)).Run();
            PutTerms(firstId + i, chunk.Terms.Span);
        }

        _chunks += text.Chunks.Count;
    }

    private void PutTerms(long id, ReadOnlySpan<byte> terms)
    {
        if (_lexical is not null && !terms.IsEmpty)
        {
            _lexical.Bind(1, id).BindUtf8(2, terms).Run();
            _lexicalRows++;
        }
    }
}
