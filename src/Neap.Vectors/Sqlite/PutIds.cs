using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>
/// The numbers of blobs that this process has put, so that a publication need not look each of them up.
/// </summary>
/// <remarks>
/// They hold as long as nobody removed content: <c>blob_sequence.removals</c> counts that, and is compared in the same
/// transaction that uses them. What is not here is looked up, so forgetting is always allowed.
/// </remarks>
internal sealed class PutIds
{
    /// <summary>About 20 MB.</summary>
    private const int MostIds = 250_000;

    private Dictionary<BlobId, long>? _ids;
    private long _key;
    private long _removals;

    /// <summary>Called in each transaction before the others: forgets everything that may have gone.</summary>
    public void Refresh(Database database, long key)
    {
        var removals = database.Scalar("SELECT removals FROM blob_sequence");
        if (_key != key || _removals != removals)
        {
            _ids = null;
        }

        (_key, _removals) = (key, removals);
    }

    /// <summary>Notes a blob that was inserted.</summary>
    public void Add(BlobId blob, long id)
    {
        _ids ??= [];
        if (_ids.Count < MostIds)
        {
            _ids[blob] = id;
        }
    }

    /// <summary>The blob's number; false where it has to be looked up.</summary>
    public bool TryGet(BlobId blob, out long id)
    {
        id = 0;
        return _ids?.TryGetValue(blob, out id) == true;
    }

    /// <summary>Called when a transaction did not happen.</summary>
    public void Clear() => _ids = null;
}
