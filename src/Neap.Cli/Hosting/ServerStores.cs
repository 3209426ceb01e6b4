using System.Security.Cryptography;
using System.Text;
using Neap.Core;
using Neap.Sync;
using Neap.Vectors.Postgres;
using Neap.Vectors.Servers;
using Neap.Vectors.Sqlite;
using Neap.Vectors.Stores;

namespace Neap.Cli;

/// <summary>Opens an index that a server holds.</summary>
internal static class ServerStores
{
    public static async ValueTask<IIndexStore> OpenForReadingAsync(
        CommandHost host, string store, CancellationToken cancellation) =>
        AddressOf(host, store) switch
        {
            StoreAddress.Postgres database => PostgresIndexStore.ForReading(Options(host, database)),
            StoreAddress.Server server => await ServerIndexStore.OpenAsync(
                server, Places.Options(host, LocalFile(host, server), StoreMode.ReadOnly), default, host.Pauses ?? host.Clock, cancellation),
            var other => throw Unknown(other),
        };

    public static async ValueTask<IIndexStore> OpenOrAbsentAsync(
        CommandHost host, string store, CancellationToken cancellation)
    {
        var index = await OpenForReadingAsync(host, store, cancellation);
        try
        {
            await using (await index.OpenSnapshotAsync(cancellation))
            {
                return index;
            }
        }
        catch (NeapException missing) when (missing.Kind == FailureKind.IndexMissing)
        {
            await index.DisposeAsync();
            return new AbsentIndex();
        }
    }

    public static async ValueTask<HeldStore> HoldAsync(
        CommandHost host, string store, IReadOnlyList<Slot> slots, SyncOptions options, CancellationToken cancellation) =>
        AddressOf(host, store) switch
        {
            StoreAddress.Postgres database => await HoldAsync(Options(host, database), slots, cancellation),
            StoreAddress.Server server => await HoldAsync(
                host, server, slots, CourierPace.Of(options.Workers, options.BatchSize), cancellation),
            var other => throw Unknown(other),
        };

    /// <summary>The local index beside a vector server: one for each server, however its address is written.</summary>
    public static string LocalFile(CommandHost host, StoreAddress.Server server) => Path.Combine(
        Places.LocalFolder(host),
        $"server-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(server.Canonical)).AsSpan(0, 8))}.db");

    /// <summary>The database itself keeps the locks, as long as the connection lasts.</summary>
    private static async ValueTask<HeldStore> HoldAsync(
        PostgresOptions options, IReadOnlyList<Slot> slots, CancellationToken cancellation)
    {
        var store = await PostgresIndexStore.ForWritingAsync(options, slots, cancellation);
        return new HeldStore(store, async (more, token) =>
        {
            await store.HoldAsync(more, token);
            return null;
        });
    }

    private static ValueTask<HeldStore> HoldAsync(
        CommandHost host, StoreAddress.Server server, IReadOnlyList<Slot> slots, CourierPace pace, CancellationToken cancellation)
    {
        var file = LocalFile(host, server);
        return HeldStore.OpenAsync(
            OpenAsync, (more, _) => new(SlotLocks.Acquire(file, more, host.Clock)), slots, cancellation);

        async ValueTask<IIndexStore> OpenAsync() => await ServerIndexStore.OpenAsync(
            server, Places.Options(host, file, StoreMode.ReadWrite), pace, host.Pauses ?? host.Clock, cancellation);
    }

    /// <summary>The address, with the password or key that the settings hold for it.</summary>
    public static StoreAddress AddressOf(CommandHost host, string store) =>
        StoreUrl.Read(store, host.Secrets.GetValueOrDefault(store));

    /// <summary>How a database is connected to; the variables NEAP_STORE_CONNECT_TIMEOUT and NEAP_STORE_STATEMENT_TIMEOUT are seconds.</summary>
    public static PostgresOptions Options(CommandHost host, StoreAddress.Postgres address)
    {
        var standard = new PostgresOptions { Address = address, Clock = host.Clock };
        return standard with
        {
            ConnectTimeout = Seconds(host, "NEAP_STORE_CONNECT_TIMEOUT", 300) ?? standard.ConnectTimeout,
            StatementTimeout = Seconds(host, "NEAP_STORE_STATEMENT_TIMEOUT", 86_400) ?? standard.StatementTimeout,
        };
    }

    private static TimeSpan? Seconds(CommandHost host, string variable, int most)
    {
        if (host.Variable(variable) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, out var seconds) && seconds >= 1 && seconds <= most
            ? TimeSpan.FromSeconds(seconds)
            : throw new NeapException(
                FailureKind.Usage,
                $"{variable} says \"{Terminal.Safe(text)}\"; a whole number of seconds from 1 to {most:N0} is needed.",
                "Nothing was done. Correct the number and run the command again.");
    }

    public static NeapException Unknown(StoreAddress address) => new(
        FailureKind.Usage, $"{address} is no kind of store that this command knows.", "Nothing was done.");
}
