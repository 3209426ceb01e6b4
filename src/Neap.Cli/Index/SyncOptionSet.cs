using System.CommandLine;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>The options of <c>index sync</c> and <c>index rebuild</c>.</summary>
internal sealed class SyncOptionSet
{
    public Argument<string[]> Repositories { get; } = new("repository")
    {
        Description = "Folders of git repositories. Default: the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public SlotOptions Slot { get; } = new();

    public EmbedderOptions Embedder { get; } = new();

    public Option<string?> Since { get; } = new("--since") { Description = "Index only what differs from this commit." };

    public Option<string?> Name { get; } = new("--name") { Description = "The repository's name in the index. Default: its folder's." };

    public Option<string?> Service { get; } = new("--service") { Description = "Only this service of a monorepo; see \"services\" in .neap.json." };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what would happen; write nothing at all." };

    public Option<bool> WorkingTree { get; } = new("--working-tree") { Description = "Index uncommitted changes too." };

    public Option<bool> Submodules { get; } = new("--recurse-submodules")
    {
        Description = "Index each submodule as a repository of its own.",
    };

    public Option<bool> IncludeVendored { get; } = new("--include-vendored") { Description = "Index vendored and generated files too." };

    public Option<bool> NoLexical { get; } = new("--no-lexical") { Description = "Vectors only: no index of words." };

    public Option<string?> Workers { get; } = new("--workers") { Description = "Threads that read text. Default: one a processor; 1 to 64." };

    public Option<string?> BatchSize { get; } = new("--batch-size") { Description = "Files stored in one transaction. Default 500; 1 to 10,000." };

    public Command AddTo(Command command)
    {
        Repositories.Validators.Add(folders =>
        {
            foreach (var unknown in folders.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                folders.AddError($"There is no option {unknown.Value}; a folder of that name is ./{unknown.Value}.");
            }
        });
        command.Add(Repositories);
        Slot.AddTo(command);
        foreach (var option in new Option[] { Since, Name, Service, DryRun, WorkingTree, Submodules, IncludeVendored, NoLexical, Workers, BatchSize })
        {
            command.Add(option);
        }

        Embedder.AddTo(command);
        return command;
    }

    /// <exception cref="NeapException">A number is out of bounds.</exception>
    public SyncOptions Options(ParseResult parsed, CommandHost host) => new()
    {
        Workers = Number(parsed.GetValue(Workers), host, "NEAP_MAX_WORKERS", SyncOptions.MaxWorkers) ?? new SyncOptions().Workers,
        BatchSize = Number(parsed.GetValue(BatchSize), host, "NEAP_BATCH_SIZE", SyncOptions.MaxBatchSize)
            ?? new SyncOptions().BatchSize,
        Lexical = !parsed.GetValue(NoLexical),
        SkipVendored = !parsed.GetValue(IncludeVendored),
    };

    private static int? Number(string? option, CommandHost host, string variable, int most)
    {
        var text = option ?? host.Variable(variable);
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, out var number) && number >= 1 && number <= most ? number : throw new NeapException(
            FailureKind.Usage,
            $"{(option is null ? variable : "The option")} says \"{Terminal.Safe(text)}\"; a whole number from 1 to {most:N0} is needed.",
            "Nothing was done. Correct the number and run the command again.");
    }
}
