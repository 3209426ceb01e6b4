using System.CommandLine;
using System.CommandLine.Parsing;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>The options of <c>index sync</c> and <c>index rebuild</c>.</summary>
/// <param name="noFeed">Why the command reads no feed, as a sentence; null where it does.</param>
internal sealed class SyncOptionSet(string? noFeed)
{
    public Argument<string[]> Repositories { get; } = new("repository")
    {
        Description = "Folders of git repositories. Default: the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public SlotOptions Slot { get; } = new();

    public EmbedderOptions Embedder { get; } = new();

    public FeedOptionSet Feed { get; } = new(noFeed);

    public Option<string?> Since { get; } = new("--since") { Description = "Index only what differs from this commit." };

    public Option<string?> Name { get; } = new("--name") { Description = "The repository's name in the index. Default: its folder's." };

    public Option<string?> Service { get; } = new("--service") { Description = "Only this service of a monorepo; see \"services\" in .neap.json." };

    public Option<bool> All { get; } = new("--all") { Description = "Every repository that `neap repo list` shows." };

    public Option<int> Jobs { get; } = new("--jobs") { Description = "With --all: repositories at a time. Default 2; 1 to 16.", DefaultValueFactory = _ => 2 };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what would happen; write nothing at all." };

    public Option<bool> WorkingTree { get; } = new("--working-tree") { Description = "Index uncommitted changes too." };

    public Option<bool> Submodules { get; } = new("--recurse-submodules")
    {
        Description = "Index each submodule as a repository of its own.",
    };

    public Option<bool> IncludeVendored { get; } = new("--include-vendored") { Description = "Index vendored and generated files too." };

    public Option<bool> IncludeSecrets { get; } = new("--include-secrets")
    {
        Description = "Index files with private keys, tokens and passwords too: everybody who can search will find them.",
    };

    public Option<bool> NoLexical { get; } = new("--no-lexical") { Description = "Vectors only: no index of words." };

    public Option<string?> Workers { get; } = new("--workers") { Description = "Threads that read text. Default: one a processor; 1 to 64." };

    public Option<bool> Parallel { get; } = new("--parallel") { Description = "Read text on several threads, as by default." };

    public Option<bool> NoParallel { get; } = new("--no-parallel") { Description = "Read text on one thread." };

    public Option<bool> NoOptimize { get; } = new("--no-optimize")
    {
        Description = "Take no shortcut: compare every path of the branch with the index.",
    };

    public Option<string?> Wait { get; } = new("--wait")
    {
        Description = "How long to wait while somebody else syncs the same. Default 1s; 0 to 1h.",
    };

    public Option<string?> BatchSize { get; } = new("--batch-size") { Description = "Files stored in one transaction. Default 500; 1 to 10,000." };

    public Command AddTo(Command command)
    {
        command.Add(Repositories);
        Slot.AddTo(command);
        foreach (var option in new Option[]
        {
            Since, Name, Service, All, Jobs, DryRun, WorkingTree, Submodules, IncludeVendored, IncludeSecrets, NoLexical, Workers, BatchSize, Wait,
            Parallel, NoParallel, NoOptimize,
        })
        {
            command.Add(option);
        }

        command.Validators.Add(RefuseContradictions);
        command.Validators.Add(RefuseServiceWithSubmodules);
        Feed.AddTo(command);
        command.Validators.Add(RefuseOneAndAll);
        Embedder.AddTo(command);
        return command;
    }

    /// <summary>How the sync works.</summary>
    public SyncOptions Options(ParseResult parsed, Settings settings) => new()
    {
        Workers = parsed.GetValue(NoParallel) ? 1 : (int)settings.Number(Catalogue.MaxWorkers)!,
        BatchSize = (int)settings.Number(Catalogue.BatchSize)!,
        Tiers = settings.Tiers,
        Lexical = settings.IsOn(Catalogue.Lexical),
        SkipVendored = !settings.IsOn(Catalogue.IncludeVendored),
        SkipSecrets = !parsed.GetValue(IncludeSecrets),
    };

    private void RefuseOneAndAll(CommandResult command)
    {
        var isJobsAsked = command.GetResult(Jobs) is { Implicit: false };
        if (isJobsAsked && command.GetValue(Jobs) is < 1 or > AllRepositories.MaxJobs)
        {
            command.AddError($"--jobs is a number from 1 to {AllRepositories.MaxJobs}.");
        }

        if (isJobsAsked && !command.GetValue(All))
        {
            command.AddError("--jobs says how many repositories of --all are synced at a time; without --all there is one.");
        }

        if (command.GetValue(All) && (command.GetValue(Repositories) is { Length: > 0 } || command.GetValue(Name) is not null))
        {
            command.AddError("--all means every repository that is followed, under its own name; name no repository with it.");
        }
    }

    private void RefuseServiceWithSubmodules(CommandResult command)
    {
        if (command.GetValue(Submodules) && command.GetValue(Service) is not null)
        {
            command.AddError("--service means one part of this repository, and --recurse-submodules means other repositories, which belong to no service; name one of them.");
        }
    }

    private void RefuseContradictions(CommandResult command)
    {
        if (!command.GetValue(NoParallel))
        {
            return;
        }

        if (command.GetValue(Parallel))
        {
            command.AddError("--parallel and --no-parallel contradict each other; name one of them.");
        }

        if (command.GetResult(Workers) is { Implicit: false } workers && workers.Tokens is not [{ Value: "1" }])
        {
            command.AddError("--no-parallel means one worker, and --workers says otherwise; name one of them.");
        }
    }
}
