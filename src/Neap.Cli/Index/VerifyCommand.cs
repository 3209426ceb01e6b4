using System.CommandLine;

namespace Neap.Cli;

/// <summary><c>neap index verify</c>: prove that the index equals its commit, or list what differs.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandHost host)
    {
        var folder = new Argument<string?>("repository")
        {
            Description = "A repository folder. Default: everything the index holds.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var repair = new Option<bool>("--repair") { Description = "Mend what differs, from git." };
        var slot = new SlotOptions();
        var embedderOptions = new EmbedderOptions();
        var command = new Command("verify", "Recompute from git what the index should hold, and compare.") { folder, repair };
        slot.AddTo(command);
        embedderOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Configuration.Read(host, parsed, parsed.GetValue(folder));
            var store = Places.Store(host, settings);
            var recorded = await RecordedDimensions.FindAsync(host, store, parsed.GetValue(slot.Collection), cancellation);
            await using var embedder = await EmbedderOptions.CreateAsync(settings, host, recorded, cancellation);
            var filter = new VerifyFilter(
                parsed.GetValue(folder) is { } path ? host.Absolute(path) : null,
                parsed.GetValue(slot.Collection),
                parsed.GetValue(slot.Ref));
            var runner = new VerifyRunner(host, store, embedder);
            var verified = await runner.RunAsync(filter, parsed.GetValue(repair), cancellation);
            Write(host, parsed.GetValue<bool>("--json"), verified);
            return verified.InStep ? ExitCodes.Done : ExitCodes.Incomplete;
        });
        return command;
    }

    private static void Write(CommandHost host, bool json, VerifyDocument verified)
    {
        if (json)
        {
            JsonOutput.Write(host.Out, verified);
        }
        else
        {
            VerifyText.Write(host.Out, verified.Revisions);
        }

        foreach (var failed in verified.FailedRevisions)
        {
            ProblemWriter.Say(host.Error, failed.Error, VerifyText.NameOf(failed.Collection, failed.Repository, failed.Ref));
        }

        host.Out.Flush();
    }
}
