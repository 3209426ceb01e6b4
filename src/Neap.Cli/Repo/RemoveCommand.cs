using System.CommandLine;
using Neap.Core;
using Neap.Sync;
using Neap.Vectors.Sqlite;

namespace Neap.Cli;

/// <summary><c>neap repo remove</c>: follow a repository no longer, and forget what the index holds of it.</summary>
internal static class RemoveCommand
{
    public static Command Create(CommandHost host)
    {
        var names = new Argument<string[]>("repository") { Description = "Names or folders, as `neap repo list` shows them.", Arity = ArgumentArity.OneOrMore };
        var store = new Option<string?>("--store") { Description = "The index. Default: neap/index.db in the XDG data folder." };
        var keep = new Option<bool>("--keep-entries") { Description = "Leave the entries in the index." };
        var command = new Command("remove", "Follow repositories no longer; their entries leave the index.") { names, store, keep };
        command.SetAction(async (parsed, cancellation) =>
        {
            var registry = Registry.Of(host);
            var known = registry.Read();
            var gone = parsed.GetValue(names)!.Select(name => Find(host, known, name)).Distinct().ToArray();
            if (!parsed.GetValue(keep))
            {
                await ForgetAsync(host, Places.Store(host, Configuration.Read(host, parsed)), gone, cancellation);
            }

            registry.Write(known.Except(gone));
            foreach (var one in gone)
            {
                host.Out.WriteLine($"No longer following {Terminal.Safe(one.Name)} at {Terminal.Safe(one.Path)}.");
            }

            host.Out.Flush();
            return ExitCodes.Done;
        });
        return command;
    }

    private static RegisteredRepository Find(CommandHost host, IReadOnlyList<RegisteredRepository> known, string name) =>
        known.FirstOrDefault(one => one.Name == name)
        ?? known.FirstOrDefault(one => one.Path == host.Absolute(name))
        ?? throw new NeapException(
            FailureKind.Usage,
            $"No repository named {Terminal.Safe(name)} is followed.",
            "Nothing was changed. `neap repo list` shows the names.");

    /// <summary>The entries go before the name leaves the list: whoever dies in between can type the same again.</summary>
    private static async Task ForgetAsync(
        CommandHost host, string path, RegisteredRepository[] gone, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return;
        }

        await using var store = await SqliteIndexStore.OpenAsync(Places.Options(host, path, StoreMode.ReadWrite), cancellation);
        foreach (var one in gone)
        {
            using var held = await LockAsync(host, path, store, one.Name, cancellation);
            await Retirement.OfRepositoryAsync(store, one.Name, host.Clock, cancellation);
        }

        await store.CompactAsync(cancellation);
    }

    private static async Task<SlotLocks> LockAsync(
        CommandHost host, string path, SqliteIndexStore store, string repository, CancellationToken cancellation)
    {
        await using var index = await store.OpenSnapshotAsync(cancellation);
        var slots = (await index.RevisionsAsync(cancellation)).Where(revision => revision.Slot.IsOf(repository)).Select(revision => revision.Slot);
        return SlotLocks.Acquire(path, slots, host.Clock);
    }
}
