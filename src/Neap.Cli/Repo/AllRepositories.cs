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

    /// <summary>What became of each, in the order of their names; once a stop is asked for, no other one is started.</summary>
    /// <exception cref="NeapException">No repository is followed.</exception>
    public async Task<IReadOnlyList<RepositoryOutcome>> RunAsync(int jobs)
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
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = jobs };
        await Parallel.ForAsync(0, outcomes.Length, bounds, async (i, _) =>
            outcomes[i] = settings[i] is { } own ? await OutcomeOfAsync(repositories[i], own) : outcomes[i]);
        return outcomes;
    }

    private SyncSettings? SettingsOf(RegisteredRepository one, Action<RepositoryOutcome> fail)
    {
        try
        {
            var common = settingsOf(one.Path);
            var leaves = common.Purpose == SyncPurpose.Sync && common.Service is null;
            return common with
            {
                Name = one.Name,
                Collection = one.Collection ?? common.Collection,
                Ref = one.Ref is null ? common.Ref : SlotOptions.RefOf(one.Ref),
                Quiet = true,
                Former = leaves ? Slots(one.LeftIn(common.Store), one, common) : [],
                FormerParents = leaves ? Slots(one.LeftWithSubmodulesIn(common.Store), one, common) : [],
            };
        }
        catch (NeapException wrong)
        {
            fail(RepositoryOutcome.Failed(one, wrong));
            return null;
        }
    }

    /// <summary>Places by the settings of the sync at hand; these may say that one of them is where the repository is now.</summary>
    private static IReadOnlyList<Slot> Slots(IEnumerable<FormerPlace> places, RegisteredRepository one, SyncSettings common)
    {
        var here = new FormerPlace(one.Name, one.Collection, one.Ref).SlotBy(common.Collection, common.Ref);
        return [.. places.Select(place => place.SlotBy(common.Collection, common.Ref)).Where(slot => slot != here)];
    }

    /// <summary>A stop is an outcome like any other: what the others did is reported all the same.</summary>
    private async Task<RepositoryOutcome> OutcomeOfAsync(RegisteredRepository one, SyncSettings own)
    {
        if (host.Interrupt.IsCancellationRequested)
        {
            return RepositoryOutcome.NotStarted(one);
        }

        try
        {
            return RepositoryOutcome.Of(one, await RunOneAsync(one, own, host.AtOnce));
        }
        catch (NeapException failure)
        {
            return RepositoryOutcome.Failed(one, failure);
        }
        catch (OperationCanceledException) when (host.Interrupt.IsCancellationRequested)
        {
            return RepositoryOutcome.CutOff(one);
        }
    }

    private async Task<IReadOnlyList<SyncReport>> RunOneAsync(
        RegisteredRepository one, SyncSettings own, CancellationToken cancellation)
    {
        await using var embedder = await embedderOf(own, cancellation);
        var reports = await new SyncRunner(host, own, embedder).RunAsync(one.Path, cancellation);
        var gaveUp = own.Former.Count > 0 || (own.Submodules && own.FormerParents.Count > 0);
        return gaveUp && reports.All(report => report.Status is SyncStatus.Completed or SyncStatus.InStep)
            ? await NotedAsync(one, own, reports, cancellation)
            : reports;
    }

    /// <summary>Notes in the list what the store was cleared of. The repository is in step, whether or not that can be noted.</summary>
    private async Task<IReadOnlyList<SyncReport>> NotedAsync(
        RegisteredRepository one, SyncSettings own, IReadOnlyList<SyncReport> reports, CancellationToken cancellation)
    {
        try
        {
            await ClearAsync(one, own, cancellation);
            return reports;
        }
        catch (NeapException unnoted)
        {
            var note = $"{unnoted.Message} The repository is in step all the same; until the list says that its old place was given up, every `neap index sync --all` gives up what is put there.";
            return [reports[0] with { Notes = [.. reports[0].Notes, note] }, .. reports.Skip(1)];
        }
    }

    private async Task ClearAsync(RegisteredRepository one, SyncSettings own, CancellationToken cancellation)
    {
        var common = settingsOf(one.Path);
        await using var index = await IndexReading.OpenOrAbsentAsync(host, own.Store, cancellation);
        var revisions = await index.RevisionsAsync(cancellation);
        using var list = await Registry.Of(host).ChangeAsync(cancellation);
        list.Write(list.Repositories.Select(known => known.Path == one.Path ? known.Cleared(own.Store, one.Former!, HasSubmodules) : known));

        bool HasSubmodules(FormerPlace place)
        {
            var slot = place.SlotBy(common.Collection, common.Ref);
            return own.FormerParents.Contains(slot) && FormerSlots.SubmodulesOf(slot, revisions).Any();
        }
    }
}
