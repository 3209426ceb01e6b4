using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Sqlite;

/// <summary>Reads chunks as entries of one revision.</summary>
internal sealed class EntryRows : IDisposable
{
    private readonly Revision _revision;
    private readonly EntryDetail _detail;
    private readonly Statement _blob;
    private readonly Statement _chunks;

    public EntryRows(Database database, Revision revision, EntryDetail detail)
    {
        _revision = revision;
        _detail = detail;
        _blob = database.Prepare("SELECT oid, size, encoding FROM blob WHERE id=?1 AND state='text'");
        _chunks = database.Prepare(
            """
            SELECT id, offset, length, first_line, last_line, sha, vec FROM chunk WHERE id>=?1 AND id<?2 ORDER BY id
            """);
    }

    /// <summary>The entries of a blob at a path, in order.</summary>
    public IEnumerable<EntryRecord> OfBlob(RepoPath path, long blob) =>
        Between(path, blob << Schema.OrdinalBits, (blob + 1) << Schema.OrdinalBits);

    /// <summary>One entry; null where its content is gone.</summary>
    public EntryRecord? One(RepoPath path, long chunk) => Between(path, chunk, chunk + 1).SingleOrDefault();

    public void Dispose()
    {
        _blob.Dispose();
        _chunks.Dispose();
    }

    private IEnumerable<EntryRecord> Between(RepoPath path, long first, long end)
    {
        if (!_blob.Bind(1, first >> Schema.OrdinalBits).Step())
        {
            _blob.Reset();
            yield break;
        }

        var id = new BlobId(ObjectId.FromBytes(_blob.Bytes(0)));
        var size = _blob.Integer(1);
        var encoding = Encoding(path, _blob.Bytes(2));
        _blob.Reset();
        _chunks.Bind(1, first).Bind(2, end);
        while (_chunks.Step())
        {
            yield return new EntryRecord
            {
                Slot = _revision.Slot,
                Commit = _revision.Commit,
                Path = path,
                Blob = id,
                SizeBytes = size,
                Encoding = encoding,
                Chunk = (int)(_chunks.Integer(0) & (Schema.MaxChunks - 1)),
                Range = new ChunkRange(
                    _chunks.Integer(1), (int)_chunks.Integer(2), (int)_chunks.Integer(3), (int)_chunks.Integer(4)),
                TextSha256 = _chunks.Bytes(5).ToArray(),
                Vector = _detail == EntryDetail.WithVectors ? Unpack(_chunks.Bytes(6)) : default,
                Embedder = _revision.Content.Embedder,
            };
        }

        _chunks.Reset();
    }

    private TextEncoding Encoding(RepoPath path, ReadOnlySpan<byte> word)
    {
        try
        {
            return Words.ReadTextEncoding(word);
        }
        catch (NeapException damage) when (IndexDamage.Is(damage))
        {
            throw IndexDamage.At(path, _revision.Slot, damage);
        }
    }

    private float[] Unpack(ReadOnlySpan<byte> packed)
    {
        var vector = new float[_revision.Content.Dimensions];
        VectorCodec.Unpack(_revision.Content.Encoding, packed, vector);
        return vector;
    }
}
