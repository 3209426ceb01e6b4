using System.CommandLine;

namespace Neap.Cli;

/// <summary>The command tree: noun, then verb.</summary>
internal static class Nouns
{
    public static Command Index(CommandHost host) => new("index", "Bring an index in step with git, ask it, prove it.")
    {
        SyncCommand.Create(host),
        StatusCommand.Create(host),
        VerifyCommand.Create(host),
        SearchCommand.Create(host),
        ExportCommand.Create(host),
        ReportCommand.Create(host),
        SyncCommand.CreateRebuild(host),
        SyncCommand.CreateResume(host),
        SyncCommand.CreateRetry(host),
        AbandonCommand.Create(host),
        ErrorsCommand.Create(host),
    };

    public static Command Repo(CommandHost host) => new("repo", "Follow repositories, and look at what changed in one.")
    {
        AddCommand.Create(host),
        ListCommand.Create(host),
        RemoveCommand.Create(host),
        ChangesCommand.Create(host),
    };

    public static Command Config(CommandHost host) => new("config", "Look at the configuration.")
    {
        ShowCommand.Create(host),
        SoundnessCommand.Create(host),
    };

    public static Command Store(CommandHost host) => new("store", "Look at stores.") { CheckCommand.Create(host), StoreListCommand.Create(host) };
}
