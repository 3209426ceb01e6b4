using System.CommandLine;
using Neap.Core;
using Neap.Sync;

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
                var path = Places.Store(host, Configuration.Read(host, parsed));
                foreach (var one in gone)
                {
                    var collection = Configuration.Look(host, parsed, one.Path).Settings.Text(Catalogue.Collection)!;
                    var former = one.LeftIn(path).Select(place => place.SlotBy(collection, RefName.Head)).ToArray();
                    await ForgetAsync(host, path, await SlotsAsync(host, path, one.Name, former, cancellation), cancellation);
                }
            }

            using (var list = await registry.ChangeAsync(cancellation))
            {
                list.Write(list.Repositories.Where(one => !Array.Exists(gone, left => left.Path == one.Path)));
            }

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
        ?? known.FirstOrDefault(one => one.Path == Path.TrimEndingDirectorySeparator(host.Absolute(name)))
        ?? throw new NeapException(
            FailureKind.Usage,
            $"No repository named {Terminal.Safe(name)} is followed.",
            "Nothing was changed. `neap repo list` shows the names.");

    /// <summary>The entries go before the name leaves the list: whoever dies in between can type the same again.</summary>
    private static async Task ForgetAsync(
        CommandHost host, string store, IReadOnlyList<Slot> slots, CancellationToken cancellation)
    {
        if (slots.Count > 0)
        {
            await using var held = await Stores.HoldAsync(host, store, slots, new SyncOptions(), cancellation);
            await Retirement.OfSlotsAsync(held.Store, slots, host.Clock, cancellation);
            await held.Store.CompactAsync(cancellation);
        }
    }

    /// <summary>What a store holds of a repository: all that has its name, and what it left where it was followed before.</summary>
    private static async Task<IReadOnlyList<Slot>> SlotsAsync(
        CommandHost host, string store, string name, IReadOnlyList<Slot> former, CancellationToken cancellation)
    {
        await using var index = await IndexReading.OpenOrAbsentAsync(host, store, cancellation);
        var revisions = await index.RevisionsAsync(cancellation);
        var left = FormerSlots.Find(former, revisions, []);
        return [.. revisions.Where(revision => revision.Slot.IsOf(name)).Concat(left).Select(revision => revision.Slot).Distinct()];
    }
}
