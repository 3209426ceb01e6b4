using System.CommandLine;

namespace Neap.Cli;

/// <summary>The command tree: noun, then verb.</summary>
internal static class Nouns
{
    private static readonly Noun[] Known =
    [
        new("index", "Bring an index in step with git, ask it, prove it.",
        [
            new("sync", SyncCommand.Create),
            new("status", StatusCommand.Create),
            new("verify", VerifyCommand.Create),
            new("search", SearchCommand.Create),
            new("export", ExportCommand.Create),
            new("report", ReportCommand.Create),
            new("rebuild", SyncCommand.CreateRebuild),
            new("resume", SyncCommand.CreateResume),
            new("retry", SyncCommand.CreateRetry),
            new("abandon", AbandonCommand.Create),
            new("errors", ErrorsCommand.Create),
        ]),
        new("repo", "Follow repositories, and look at what changed in one.",
        [
            new("add", AddCommand.Create),
            new("list", ListCommand.Create),
            new("remove", RemoveCommand.Create),
            new("changes", ChangesCommand.Create),
        ]),
        new("store", "Look at stores.", [new("check", CheckCommand.Create), new("list", StoreListCommand.Create)]),
        new("config", "Look at the configuration.", [new("show", ShowCommand.Create), new("check", SoundnessCommand.Create)]),
    ];

    /// <summary>Every noun with every verb.</summary>
    public static IReadOnlyList<Command> All(CommandHost host) => Array.ConvertAll(Known, noun => noun.With(host, noun.Verbs));

    /// <summary>A noun with one verb alone; null where there is no such.</summary>
    public static Command? Only(CommandHost host, string noun, string verb)
    {
        var found = Array.Find(Known, known => known.Name == noun);
        return found is not null && Array.Find(found.Verbs, known => known.Name == verb) is { } only
            ? found.With(host, [only])
            : null;
    }

    private sealed record Noun(string Name, string Description, Verb[] Verbs)
    {
        public Command With(CommandHost host, Verb[] verbs)
        {
            var command = new Command(Name, Description);
            Array.ForEach(verbs, verb => command.Add(verb.Create(host)));
            return command;
        }
    }

    private sealed record Verb(string Name, Func<CommandHost, Command> Create);
}
