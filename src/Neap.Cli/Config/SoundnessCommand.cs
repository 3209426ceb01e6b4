using System.CommandLine;

namespace Neap.Cli;

/// <summary><c>neap config check</c>: everything that is wrong with the configuration, at once.</summary>
internal static class SoundnessCommand
{
    public static Command Create(CommandHost host)
    {
        var folder = new Argument<string?>("repository")
        {
            Description = "The repository whose configuration counts. Default: the current folder's.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Say whether every setting can be used; start nothing.") { folder };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(folder) is { } path ? host.Absolute(path) : host.WorkingFolder;
            var (settings, problems) = Configuration.Look(host, parsed, place);
            Write(host, parsed, settings, problems);
            return problems.Count == 0 ? ExitCodes.Done : ExitCodes.Usage;
        });
        return command;
    }

    private static void Write(
        CommandHost host, ParseResult parsed, Settings settings, IReadOnlyList<SettingProblem> problems)
    {
        if (parsed.GetValue<bool>("--json"))
        {
            var documents = problems.Select(problem => new SettingProblemDocument(
                problem.Key.Length > 0 ? problem.Key : null,
                Core.Names.Of(problem.Source.Origin),
                problem.Source.Name,
                problem.What)).ToArray();
            JsonOutput.Write(
                host.Out, new SoundnessDocument(problems.Count == 0, documents, settings.RepositoryFile, settings.UserFile));
        }
        else if (problems.Count == 0 && !parsed.GetValue<bool>("--quiet"))
        {
            host.Out.WriteLine("The configuration is sound.");
        }
        else
        {
            WriteProblems(host, problems);
        }

        host.Out.Flush();
    }

    private static void WriteProblems(CommandHost host, IReadOnlyList<SettingProblem> problems)
    {
        foreach (var problem in problems)
        {
            host.Error.WriteLine($"error: {Terminal.Safe(Configuration.Sentence(problem))}");
        }

        if (problems.Count > 0)
        {
            host.Error.WriteLine("  safe: Nothing was done.");
            host.Error.WriteLine("  next: Correct these and run `neap config check` again; `neap config show` lists all settings.");
        }
    }
}
