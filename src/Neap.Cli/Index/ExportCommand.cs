using System.CommandLine;
using Neap.Core;

namespace Neap.Cli;

/// <summary><c>neap index export</c>: every visible entry as a line of JSON.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandHost host)
    {
        var names = new Argument<string[]>("repository")
        {
            Description = "Names of repositories in the index. Default: all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var text = new Option<bool>("--text") { Description = "Add each entry's text, read from git." };
        var vectors = new Option<bool>("--vectors") { Description = "Add each entry's vector." };
        var slot = new SlotOptions();
        var command = new Command("export", "Print the visible entries as JSON Lines.") { names, text, vectors };
        slot.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Configuration.Read(host, parsed);
            var store = Places.Store(host, settings);
            await using var index = await IndexReading.OpenAsync(host, store, cancellation);
            var asked = parsed.GetValue(names) ?? [];
            var revisions = await index.RevisionsAsync(cancellation);
            if (asked.FirstOrDefault(name => revisions.All(revision => revision.Slot.Repository != name)) is { } unknown)
            {
                throw new NeapException(
                    FailureKind.IndexMissing,
                    $"The index holds no repository {Terminal.Safe(unknown)}.",
                    "Nothing was printed. `neap index status` lists what there is.");
            }

            var export = new Export(host.Out, index, settings.Tiers, parsed.GetValue(text), parsed.GetValue(vectors));
            foreach (var revision in revisions)
            {
                if (Fits(revision.Slot, asked, parsed.GetValue(slot.Collection), parsed.GetValue(slot.Ref)))
                {
                    await export.WriteAsync(revision, cancellation);
                }
            }

            await host.Out.FlushAsync(cancellation);
            return ExitCodes.Done;
        });
        return command;
    }

    private static bool Fits(Slot slot, string[] names, string? collection, string? reference) =>
        (names.Length == 0 || names.Contains(slot.Repository)) && slot.IsIn(collection) && slot.Follows(reference);
}
