using Neap.Core;
using Neap.Sync;
using Neap.Vectors.Sqlite;
using Neap.Vectors.Stores;

namespace Neap.Cli;

/// <summary>Opens the index that a command is about, whatever kind of store holds it.</summary>
/// <remarks>What only one kind of store needs is loaded when that kind is asked for; SQLite pays for none of the others.</remarks>
internal static class Stores
{
    /// <summary>An index that exists, for reading alone.</summary>
    /// <exception cref="NeapException">There is none, or it cannot be read.</exception>
    public static ValueTask<IIndexStore> OpenForReadingAsync(
        CommandHost host, string store, CancellationToken cancellation) => StoreAddress.IsServer(store)
        ? ServerStores.OpenForReadingAsync(host, store, cancellation)
        : OpenFileAsync(Places.Options(host, store, StoreMode.ReadOnly), cancellation);

    /// <summary>An index for a dry run: one that is not there yet is empty, and is not made.</summary>
    public static ValueTask<IIndexStore> OpenOrAbsentAsync(
        CommandHost host, string store, CancellationToken cancellation)
    {
        if (StoreAddress.IsServer(store))
        {
            return ServerStores.OpenOrAbsentAsync(host, store, cancellation);
        }

        return File.Exists(store) ? OpenForReadingAsync(host, store, cancellation) : new(new AbsentIndex());
    }

    /// <summary>True where there is an index; none is made.</summary>
    public static async ValueTask<bool> IsThereAsync(CommandHost host, string store, CancellationToken cancellation)
    {
        await using var index = await OpenOrAbsentAsync(host, store, cancellation);
        return index is not AbsentIndex;
    }

    /// <summary>An index for a run, and the locks of the collections and repositories that it is about.</summary>
    /// <param name="host">Where the command runs.</param>
    /// <param name="store">Where the index is.</param>
    /// <param name="slots">The first locks.</param>
    /// <param name="options">How the run works; a vector server is called by as many workers.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NeapException">Somebody else holds one of them, or the store cannot be written to.</exception>
    public static async ValueTask<HeldStore> HoldAsync(
        CommandHost host, string store, IReadOnlyList<Slot> slots, SyncOptions options, CancellationToken cancellation)
    {
        if (StoreAddress.IsServer(store))
        {
            return await ServerStores.HoldAsync(host, store, slots, options, cancellation);
        }

        return await HeldStore.OpenAsync(
            OpenFileAsync, (more, _) => new(SlotLocks.Acquire(store, more, host.Clock)), slots, cancellation);

        ValueTask<IIndexStore> OpenFileAsync() =>
            Stores.OpenFileAsync(Places.Options(host, store, StoreMode.ReadWrite), cancellation);
    }

    private static async ValueTask<IIndexStore> OpenFileAsync(SqliteStoreOptions options, CancellationToken cancellation) =>
        await SqliteIndexStore.OpenAsync(options, cancellation);
}

