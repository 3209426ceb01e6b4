using System.CommandLine;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary><c>neap index sync</c> and <c>neap index rebuild</c>.</summary>
internal static class SyncCommand
{
    public static Command Create(CommandHost host) => Create(
        host, new Verb("sync", "Bring the index in step with a repository's commit."), (_, settings) => settings);

    public static Command CreateRebuild(CommandHost host) => Create(
        host,
        new Verb("rebuild", "Read everything again; the old entries stay visible until the new ones are complete.")
        {
            NoFeed = "A rebuild reads everything that a commit holds again, and a feed says only what changed.",
        },
        (_, settings) => settings with { Distrust = Distrust.Everything });

    public static Command CreateResume(CommandHost host) => Create(
        host,
        new Verb("resume", "Go on with a sync that was cut short; `neap index sync` does that too.")
        {
            NoFeed = "A feed that was cut short is gone on with by the sync that it is piped into again.",
        },
        (_, settings) => settings with { Purpose = SyncPurpose.Resume });

    public static Command CreateRetry(CommandHost host)
    {
        var dead = new Option<bool>("--dead") { Description = "Try dead letters too: failures that trying again is not expected to mend." };
        var command = Create(
            host,
            new Verb("retry", "Try the failed files again.")
            {
                NoFeed = "What failed is known to the index and is read from the repository again, not from a feed.",
            },
            (parsed, settings) => settings with
            {
                Purpose = parsed.GetValue(dead) ? SyncPurpose.RetryAll : SyncPurpose.Retry,
            });
        command.Add(dead);
        return command;
    }

    private const int AnyDimensions = 384;

    private static Command Create(CommandHost host, Verb verb, Func<ParseResult, SyncSettings, SyncSettings> adapt)
    {
        var set = new SyncOptionSet(verb.NoFeed);
        var command = set.AddTo(new Command(verb.Name, verb.Description));
        command.SetAction((parsed, cancellation) => RunAsync(parsed, set, host, adapt, cancellation));
        return command;
    }

    /// <summary>All settings of all repositories are read first, so that nothing starts where one of them is wrong.</summary>
    private static async Task<int> RunAsync(
        ParseResult parsed,
        SyncOptionSet set,
        CommandHost host,
        Func<ParseResult, SyncSettings, SyncSettings> adapt,
        CancellationToken cancellation)
    {
        set.Feed.Check(parsed, set);
        if (set.Feed.IsAsked(parsed, set))
        {
            return await RunFeedAsync(parsed, set, host, cancellation);
        }

        if (parsed.GetValue(set.All))
        {
            return await RunAllAsync(parsed, set, host, adapt);
        }

        var folders = parsed.GetValue(set.Repositories) is { Length: > 0 } asked ? asked : ["."];
        var all = Array.ConvertAll(folders, folder => adapt(parsed, SyncSettings.Of(parsed, set, host, folder)));
        var reports = new List<SyncReport>();
        foreach (var settings in all.TakeWhile(_ => !IsInterrupted(reports)))
        {
            MemoryLimit.Apply(host, settings);
            await using var embedder = await EmbedderAsync(host, settings, cancellation);
            reports.AddRange(await new SyncRunner(host, settings, embedder).RunAsync(settings.Folder, host.AtOnce));
        }

        new SyncOutput(host, parsed).Write(reports, several: folders.Length > 1 || reports.Count > 1 || parsed.GetValue(set.Submodules));
        return ExitCodeOf(reports, set.Feed.OnErrorOf(parsed));
    }

    private static async Task<int> RunFeedAsync(
        ParseResult parsed, SyncOptionSet set, CommandHost host, CancellationToken cancellation)
    {
        var folders = (parsed.GetValue(set.Repositories) ?? []).Where(folder => folder != FeedOptionSet.Dash).ToArray();
        var settings = SyncSettings.Of(parsed, set, host, folders.Length > 0 ? folders[0] : ".");
        MemoryLimit.Apply(host, settings);
        await using var embedder = await EmbedderAsync(host, settings, cancellation);
        var runner = new FeedRunner(host, parsed, settings, embedder);
        var onError = set.Feed.OnErrorOf(parsed);
        var outcome = await runner.RunAsync(folders, onError, host.AtOnce);
        new FeedOutput(host, parsed).Write(outcome);
        return outcome.IsInterrupted ? ExitCodes.Interrupted
            : outcome.Reports.Any(report => report.Lines.Failed > 0) && onError != OnError.Continue ? ExitCodes.Incomplete
            : ExitCodes.Done;
    }

    private static async Task<int> RunAllAsync(
        ParseResult parsed, SyncOptionSet set, CommandHost host, Func<ParseResult, SyncSettings, SyncSettings> adapt)
    {
        var all = new AllRepositories(
            host,
            folder => adapt(parsed, SyncSettings.Of(parsed, set, host, folder)),
            (settings, token) => EmbedderAsync(host, settings, token));
        var outcomes = await all.RunAsync(parsed.GetValue(set.Jobs));
        new SyncOutput(host, parsed).WriteAll(outcomes);
        if (outcomes.Any(outcome => outcome.IsUnfinished))
        {
            return ExitCodes.Interrupted;
        }

        var code = ExitCodeOf([.. outcomes.SelectMany(outcome => outcome.Reports)], set.Feed.OnErrorOf(parsed));
        var failures = outcomes.Select(outcome => outcome.Failure).OfType<NeapException>().ToArray();
        return code != ExitCodes.Done || failures.Length == 0 ? code
            : Array.TrueForAll(failures, failure => ExitCodes.Of(failure.Kind) == ExitCodes.Unavailable) ? ExitCodes.Unavailable
            : ExitCodes.Incomplete;
    }

    /// <summary>A dry run embeds nothing, so it must not need the server; any length will do where none is recorded.</summary>
    private static async Task<ITextEmbedder> EmbedderAsync(
        CommandHost host, SyncSettings settings, CancellationToken cancellation)
    {
        var recorded = EmbedderOptions.IsBuiltIn(settings.Configured)
            ? null
            : await RecordedDimensions.FindAsync(host, settings.Store, settings.Collection, cancellation);
        var dimensions = settings.Mode == SyncMode.DryRun ? recorded ?? AnyDimensions : recorded;
        return await EmbedderOptions.CreateAsync(settings.Configured, host, dimensions, cancellation);
    }

    private static int ExitCodeOf(List<SyncReport> reports, OnError onError)
    {
        if (IsInterrupted(reports))
        {
            return ExitCodes.Interrupted;
        }

        return reports.Any(report => report.Count(ChangeKind.Failed) > 0) && onError != OnError.Continue
            ? ExitCodes.Incomplete
            : ExitCodes.Done;
    }

    private static bool IsInterrupted(List<SyncReport> reports) =>
        reports.Any(report => report.Status == SyncStatus.Interrupted);

    /// <summary>One of the commands that sync.</summary>
    private sealed record Verb(string Name, string Description)
    {
        /// <summary>Why it reads no feed, as a sentence; null where it does.</summary>
        public string? NoFeed { get; init; }
    }
}
