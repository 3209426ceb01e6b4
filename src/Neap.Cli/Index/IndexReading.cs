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

    /// <summary>The memory of runs, for reading alone; an empty one where there is no index yet.</summary>
    public static async Task<ILedger> LedgerAsync(CommandHost host, string store, CancellationToken cancellation)
    {
        try
        {
            // Every question to the ledger opens the index anew, so nothing stays open here.
            await using var index = await Stores.OpenOrAbsentAsync(host, store, cancellation);
            return index.Ledger;
        }
        catch (NeapException missing) when (missing.Kind == FailureKind.IndexMissing)
        {
            return new AbsentIndex().Ledger;
        }
    }
}
