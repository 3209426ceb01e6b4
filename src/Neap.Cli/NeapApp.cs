using System.CommandLine;
using Neap.Core;

namespace Neap.Cli;

/// <summary>The command line: finds the command, runs it, and turns failures into messages and exit codes.</summary>
public static class NeapApp
{
    /// <summary>Runs one command and returns its exit code; see <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandHost host)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(host);
        using var interruption = new Interruption(host);
        return await RunAsync(args, interruption.Inside, interruption);
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> args, CommandHost host, Interruption interruption)
    {
        if (host.OpenFiles is { } files && files < ResourceFailures.FewestFiles)
        {
            return new ProblemWriter(host, args.Contains("--json"), debug: false).Failed(ResourceFailures.TooFewFiles(files));
        }

        var parsed = ParseShort(args, host) ?? Root(host).Parse(args);
        var problems = new ProblemWriter(host, parsed.GetValue<bool>("--json"), parsed.GetValue<bool>("--debug"));
        if (Misuse.Is(parsed))
        {
            return problems.WrongUse(parsed);
        }

        interruption.End(problems.CutOff);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = host.Out,
                    Error = host.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                host.Interrupt);
        }
        catch (NeapException failure)
        {
            return problems.Failed(failure);
        }
        catch (OperationCanceledException) when (host.Interrupt.IsCancellationRequested)
        {
            return problems.Interrupted();
        }
        catch (OutputClosedException)
        {
            return ExitCodes.Done;
        }
        catch (OutOfMemoryException trouble)
        {
            return problems.Failed(ResourceFailures.OutOfMemory(trouble));
        }
    }

    /// <summary>
    /// Understands a command that is right with nothing but its own part of the tree: making every command, its options and
    /// their translated descriptions takes longer than a sync without changes. Null where somebody may need all of it.
    /// </summary>
    private static ParseResult? ParseShort(IReadOnlyList<string> args, CommandHost host)
    {
        if (args.Count < 2 || args.Any(AsksForTheTree) || Nouns.Only(host, args[0], args[1]) is not { } noun)
        {
            return null;
        }

        var parsed = Fill(new Command("neap"), [noun]).Parse(args);
        return parsed.Errors.Count == 0 ? parsed : null;
    }

    private static bool AsksForTheTree(string word) =>
        word is "-h" or "--help" or "-?" or "/h" or "/?" or "--version" || word.StartsWith('[');

    private static RootCommand Root(CommandHost host)
    {
        var root = new RootCommand("Keeps a vector index in step with git, and proves it.");
        VersionText.Replace(root, host);
        return Fill(root, Nouns.All(host));
    }

    private static T Fill<T>(T root, IReadOnlyList<Command> nouns)
        where T : Command
    {
        foreach (var option in GlobalOptions.All())
        {
            root.Add(option);
        }

        foreach (var noun in nouns)
        {
            root.Add(noun);
        }

        return root;
    }
}
