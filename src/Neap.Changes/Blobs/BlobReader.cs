using System.Runtime.CompilerServices;

namespace Neap.Changes;

/// <summary>Reads many blobs through git's batch protocol.</summary>
/// <param name="git">The repository.</param>
/// <param name="config">Its format.</param>
internal sealed class BlobReader(GitRunner git, ConfigFile config)
{
    /// <summary>The blobs in the order asked.</summary>
    public async IAsyncEnumerable<BlobBatch> ReadAsync(
        IEnumerable<BlobId> blobs, long limitBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlySet<ObjectId> absent = new HashSet<ObjectId>();
        if (config.Partial)
        {
            var wanted = blobs.ToArray();
            blobs = wanted;
            absent = await new PartialClone(git).FetchAsync(wanted, cancellation);
        }

        using var pump = new BlobPump(git, new BlobOrder(blobs, limitBytes, absent), cancellation);
        while (pump.Next() is { } batch)
        {
            yield return batch;
        }
    }
}

/// <summary>What is to be read.</summary>
/// <param name="Blobs">The ids, in the order of the answers.</param>
/// <param name="LimitBytes">A larger blob is drained without being kept.</param>
/// <param name="Absent">Ids that are known not to be here; git is not asked for them.</param>
internal sealed record BlobOrder(IEnumerable<BlobId> Blobs, long LimitBytes, IReadOnlySet<ObjectId> Absent);
