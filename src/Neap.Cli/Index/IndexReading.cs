using Neap.Core;
using Neap.Vectors.Sqlite;

namespace Neap.Cli;

/// <summary>Opens an index that exists, for reading alone.</summary>
internal static class IndexReading
{
    /// <exception cref="NeapException">There is none, or it cannot be read.</exception>
    public static async Task<IIndexSnapshot> OpenAsync(CommandHost host, string store, CancellationToken cancellation)
    {
        var options = Places.Options(host, store, StoreMode.ReadOnly);
        await using var index = await SqliteIndexStore.OpenAsync(options, cancellation);
        return await index.OpenSnapshotAsync(cancellation);
    }
}
