using System.CommandLine;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary><c>neap index errors</c>: what failed and still does, whichever process saw it.</summary>
internal static class ErrorsCommand
{
    public static Command Create(CommandHost host)
    {
        var set = new OptionSet();
        var command = new Command("errors", "Show what failed and still does, in all runs.")
        {
            set.Summary, set.Recent, set.Reset, set.RunId,
        };
        set.Slot.AddTo(command);
        CsvOption.AddTo(command, set.Summary, set.Reset);
        command.SetAction(async (parsed, cancellation) =>
        {
            var store = Places.Store(host, Configuration.Read(host, parsed));
            var query = new FailureQuery { RunId = parsed.GetValue(set.RunId) };
            if (parsed.GetValue(set.Reset))
            {
                await ResetAsync(host, parsed, (store, query), cancellation);
            }
            else
            {
                await ShowAsync(host, parsed, set, (store, query), cancellation);
            }

            host.Out.Flush();
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task ShowAsync(
        CommandHost host,
        ParseResult parsed,
        OptionSet set,
        (string Store, FailureQuery Query) asked,
        CancellationToken cancellation)
    {
        var ledger = await IndexReading.LedgerAsync(host, asked.Store, cancellation);
        var failures = await ledger.FailuresAsync(asked.Query, cancellation);
        var shown = failures.Where(failure =>
            failure.Slot.IsIn(parsed.GetValue(set.Slot.Collection)) && failure.Slot.Follows(parsed.GetValue(set.Slot.Ref)))
            .ToArray();
        var document = ErrorsDocument.Of(asked.Store, shown);
        var recent = parsed.GetValue(set.Recent) ?? int.MaxValue;
        var errors = parsed.GetValue(set.Summary) ? null : document.Errors!.Take(recent).ToArray();
        Write(host, parsed, document with { Errors = errors });
    }

    private static void Write(CommandHost host, ParseResult parsed, ErrorsDocument document)
    {
        if (parsed.GetValue<bool>("--json"))
        {
            JsonOutput.Write(host.Out, document);
        }
        else if (!ErrorsText.Table.TryWrite(host, parsed, document.Errors ?? []))
        {
            ErrorsText.Write(host.Out, document);
        }
    }

    private static async Task ResetAsync(
        CommandHost host,
        ParseResult parsed,
        (string Store, FailureQuery Query) asked,
        CancellationToken cancellation)
    {
        var forgotten = 0L;
        if (await Stores.IsThereAsync(host, asked.Store, cancellation))
        {
            await using var held = await Stores.HoldAsync(host, asked.Store, [], new SyncOptions(), cancellation);
            forgotten = await held.Store.Ledger.ForgetFailuresAsync(asked.Query, cancellation);
        }

        Cleared.Write(host, parsed, forgotten, $"{forgotten} failures forgotten. The files stay out of the index until they change.");
    }

    private sealed class OptionSet
    {
        public Option<bool> Summary { get; } = new("--summary") { Description = "Show the numbers alone." };

        public Option<int?> Recent { get; } = Bounded(new("--recent") { Description = "Show this many, the newest first." });

        public Option<bool> Reset { get; } = new("--reset") { Description = "Forget the failures without mending them." };

        public Option<string?> RunId { get; } = new("--run-id") { Description = "Only the failures of this run." };

        public SlotOptions Slot { get; } = new();

        private static Option<int?> Bounded(Option<int?> option)
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, out var number) || number < 1))
                {
                    result.AddError("--recent takes a whole number from 1.");
                }
            });
            return option;
        }
    }
}
