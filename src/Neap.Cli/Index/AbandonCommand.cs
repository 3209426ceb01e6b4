using System.CommandLine;
using Neap.Changes;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary><c>neap index abandon</c>: a run that was cut short is not to be gone on with.</summary>
internal static class AbandonCommand
{
    public static Command Create(CommandHost host)
    {
        var repository = new Argument<string>("repository")
        {
            Description = "The repository's folder. Default: the current one.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => ".",
        };
        var slot = new SlotOptions();
        var command = new Command("abandon", "Give up a sync that was cut short: the next one starts anew.") { repository };
        slot.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(repository)!;
            var settings = Configuration.Read(host, parsed, folder);
            var store = Places.Store(host, settings);
            var target = await SlotAsync(
                host, store, (folder, settings.Text(Catalogue.Collection)!, parsed.GetValue(slot.Ref)), cancellation);
            var targets = settings[Catalogue.Collection].Source.Origin == Origin.Option
                ? [target]
                : await UnfinishedAsync(host, store, target, cancellation);
            var abandoned = await AbandonAsync(host, store, targets, cancellation);
            var names = string.Join(", ", targets);
            Cleared.Write(host, parsed, abandoned, abandoned == 0
                ? $"No sync of {target} was cut short."
                : $"Abandoned {abandoned} of {names}. The index still equals its last commit; the next sync starts anew.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<Slot> SlotAsync(
        CommandHost host,
        string store,
        (string Folder, string Collection, string? Ref) asked,
        CancellationToken cancellation)
    {
        await using var git = await GitRepository.OpenAsync(host.Absolute(asked.Folder), new GitOptions(), cancellation);
        await using var index = await IndexReading.OpenOrAbsentAsync(host, store, cancellation);
        var name = SlotOptions.RefOf(asked.Ref);
        var tip = await git.TipAsync(name, cancellation);
        var known = await index.RepositoriesAsync(cancellation);
        return new Slot(
            asked.Collection,
            RepositoryNames.Choose(git.GitDirectory, git.FolderName, known, Directory.Exists),
            tip?.Ref.Text ?? name.Text);
    }

    /// <summary>Nobody named a collection: all of the repository's in which a sync of the same ref was cut short, such as those of its services.</summary>
    private static async Task<IReadOnlyList<Slot>> UnfinishedAsync(
        CommandHost host, string store, Slot target, CancellationToken cancellation)
    {
        var ledger = await IndexReading.LedgerAsync(host, store, cancellation);
        var runs = await ledger.RunsAsync(new RunQuery { Limit = int.MaxValue, Unfinished = true }, cancellation);
        return
        [
            .. runs.Select(run => run.Slot).Where(slot => slot with { Collection = target.Collection } == target)
                .Append(target).Distinct().OrderBy(slot => slot.Collection, StringComparer.Ordinal),
        ];
    }

    private static async Task<long> AbandonAsync(
        CommandHost host, string path, IReadOnlyList<Slot> slots, CancellationToken cancellation)
    {
        if (!await Stores.IsThereAsync(host, path, cancellation))
        {
            return 0;
        }

        await using var held = await Stores.HoldAsync(host, path, slots, new SyncOptions(), cancellation);
        var abandoned = 0L;
        foreach (var slot in slots)
        {
            abandoned += await held.Store.Ledger.AbandonAsync(slot, cancellation);
        }

        if (abandoned > 0)
        {
            await held.Store.CompactAsync(cancellation);
        }

        return abandoned;
    }
}
