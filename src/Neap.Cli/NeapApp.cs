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
        if (host.OpenFiles is { } files && files < ResourceFailures.FewestFiles)
        {
            return new ProblemWriter(host, args.Contains("--json"), debug: false).Failed(ResourceFailures.TooFewFiles(files));
        }

        var root = Root(host);
        var parsed = root.Parse(args);
        var problems = new ProblemWriter(host, parsed.GetValue<bool>("--json"), parsed.GetValue<bool>("--debug"));
        if (parsed.Errors.Count > 0)
        {
            return problems.WrongUse(parsed);
        }

        using var told = host.Interrupt.Register(() => host.Error.WriteLine(
            "Interrupted: finishing the batch at hand. A second signal leaves at once, which is safe too."));
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

    private static RootCommand Root(CommandHost host)
    {
        var root = new RootCommand("Keeps a vector index in step with git, and proves it.");
        foreach (var option in GlobalOptions.All())
        {
            root.Add(option);
        }

        VersionText.Replace(root, host);
        root.Add(Nouns.Index(host));
        root.Add(Nouns.Repo(host));
        root.Add(Nouns.Store(host));
        root.Add(Nouns.Config(host));
        return root;
    }
}
