using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary><c>neap index sync --all</c>: every repository that is followed, some at a time, whatever becomes of the others.</summary>
/// <param name="host">What the command touches.</param>
/// <param name="settingsOf">The settings for a repository's folder.</param>
/// <param name="embedderOf">The embedder for settings.</param>
internal sealed class AllRepositories(
    CommandHost host,
    Func<string, SyncSettings> settingsOf,
    Func<SyncSettings, CancellationToken, Task<ITextEmbedder>> embedderOf)
{
    /// <summary>The most repositories at a time.</summary>
    public const int MaxJobs = 16;

    /// <summary>What became of each, in the order of their names.</summary>
    /// <exception cref="NeapException">No repository is followed.</exception>
    public async Task<IReadOnlyList<RepositoryOutcome>> RunAsync(int jobs, CancellationToken cancellation)
    {
        var repositories = Registry.Of(host).Read();
        if (repositories.Count == 0)
        {
            throw new NeapException(
                FailureKind.Usage,
                "No repository is followed, so there is nothing to sync.",
                "Nothing was done. `neap repo add FOLDER` follows one.");
        }

        var outcomes = new RepositoryOutcome[repositories.Count];
        var settings = repositories.Select((one, i) => SettingsOf(one, failed => outcomes[i] = failed)).ToArray();
        MemoryLimit.Apply(host, settings.OfType<SyncSettings>());
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        await Parallel.ForAsync(0, outcomes.Length, bounds, async (i, token) =>
            outcomes[i] = settings[i] is { } own ? await RunOneAsync(repositories[i], own, token) : outcomes[i]);
        return outcomes;
    }

    private SyncSettings? SettingsOf(RegisteredRepository one, Action<RepositoryOutcome> fail)
    {
        try
        {
            var common = settingsOf(one.Path);
            return common with
            {
                Name = one.Name,
                Collection = one.Collection ?? common.Collection,
                Ref = one.Ref is null ? common.Ref : SlotOptions.RefOf(one.Ref),
                Quiet = true,
            };
        }
        catch (NeapException wrong)
        {
            fail(new RepositoryOutcome(one, [], wrong));
            return null;
        }
    }

    private async Task<RepositoryOutcome> RunOneAsync(RegisteredRepository one, SyncSettings own, CancellationToken cancellation)
    {
        try
        {
            host.Interrupt.ThrowIfCancellationRequested();
            await using var embedder = await embedderOf(own, cancellation);
            return new RepositoryOutcome(one, await new SyncRunner(host, own, embedder).RunAsync(one.Path, cancellation), null);
        }
        catch (NeapException failure)
        {
            return new RepositoryOutcome(one, [], failure);
        }
    }
}

/// <summary>What became of one repository.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Reports">Its reports; none where it failed.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
internal sealed record RepositoryOutcome(
    RegisteredRepository Repository, IReadOnlyList<SyncReport> Reports, NeapException? Failure);
