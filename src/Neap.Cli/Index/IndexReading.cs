using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Opens an index that exists, for reading alone.</summary>
internal static class IndexReading
{
    /// <summary>The index, or an empty one where there is none yet, or another process is just making it; none is made.</summary>
    public static async Task<IIndexSnapshot> OpenOrAbsentAsync(
        CommandHost host, string store, CancellationToken cancellation)
    {
        try
        {
            return await OpenAsync(host, store, cancellation);
        }
        catch (NeapException missing) when (missing.Kind == FailureKind.IndexMissing)
        {
            return new AbsentIndex();
        }
    }

    /// <exception cref="NeapException">There is none, or it cannot be read.</exception>
    public static async Task<IIndexSnapshot> OpenAsync(CommandHost host, string store, CancellationToken cancellation)
    {
        await using var index = await Stores.OpenForReadingAsync(host, store, cancellation);
        return await index.OpenSnapshotAsync(cancellation);
    }
}
