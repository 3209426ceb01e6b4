using System.CommandLine;
using Neap.Changes;
using Neap.Content;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary><c>neap repo changes</c>: a commit range as a feed of JSON Lines.</summary>
internal static class ChangesCommand
{
    public static Command Create(CommandHost host)
    {
        var range = new Argument<string>("range")
        {
            Description = "A..B, or B for everything up to B. Default: HEAD.",
            DefaultValueFactory = _ => "HEAD",
        };
        var folder = new Option<string>("--repository") { Description = "The repository's folder.", DefaultValueFactory = _ => "." };
        var name = new Option<string?>("--name") { Description = "The repository's name in the feed. Default: its folder's." };
        var vendored = new Option<bool>("--include-vendored") { Description = "Carry vendored and generated files too." };
        var command = new Command("changes", "Print what differs between two commits as JSON Lines.") { range, folder, name, vendored };
        command.SetAction(async (parsed, cancellation) =>
        {
            var commits = CommitRange.Parse(parsed.GetValue(range)!);
            var settings = Configuration.Read(host, parsed, parsed.GetValue(folder));
            await using var repository = await GitRepository.OpenAsync(
                host.Absolute(parsed.GetValue(folder)!), new GitOptions(), cancellation);
            var rules = await RulesAsync(repository, commits.To, cancellation);
            var request = new FeedRequest(
                parsed.GetValue(name) ?? repository.FolderName, commits, settings.Tiers, path => SkipOf(rules, settings, path))
            {
                SkipContent = SecretIn,
            };
            await using var output = new TextStream(host.Out);
            await ChangesFeed.WriteAsync(repository, request, output, cancellation);
            await host.Out.FlushAsync(cancellation);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<PathRules> RulesAsync(GitRepository repository, RefName last, CancellationToken cancellation)
    {
        if (await repository.TipAsync(last, cancellation) is not { } tip)
        {
            return PathRules.Create(new Dictionary<RepoPath, byte[]>());
        }

        var tree = await repository.TreeOfAsync(tip.Commit, cancellation);
        var files = await repository.ListAsync(tree, cancellation)
            .Select(file => file.Path)
            .Where(PathRules.IsRuleFile)
            .ToListAsync(cancellation);
        return PathRules.Create(await repository.ReadFilesAsync(tree, files, cancellation));
    }

    /// <summary>A key must not travel in a feed only because it was committed.</summary>
    private static string? SecretIn(ReadOnlyMemory<byte> content) =>
        BlobText.Read(content) is Reading.Text(_, var utf8) && SecretContent.Is(utf8.Span) ? Names.Of(SkipReason.Secret) : null;

    /// <summary>A feed leaves out what a sync under the same settings would leave out.</summary>
    private static string? SkipOf(PathRules rules, Settings settings, RepoPath path)
    {
        var options = new SyncOptions { SkipVendored = !settings.IsOn(Catalogue.IncludeVendored) };
        return rules.Decide(path, Core.FileMode.Regular) is { } reason && !options.Includes(reason) ? Names.Of(reason) : null;
    }
}
