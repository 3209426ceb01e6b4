using Neap.Changes;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>The repositories that a feed may write about: those given as folders, and those the index knows by name.</summary>
internal sealed class FeedPlaces(CommandHost host, SyncSettings settings, IReadOnlyList<string> folders) : IAsyncDisposable
{
    private readonly List<FeedPlace> _places = [];
    private readonly List<string> _held = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private IReadOnlyList<KnownRepository>? _known;
    private HeldStore? _store;

    /// <summary>The index, held for all repositories that were found, and for those that are still to be found.</summary>
    /// <exception cref="NeapException">A folder given is no repository, somebody else syncs it, or there is no such store.</exception>
    public async ValueTask<IIndexStore> StoreAsync(CancellationToken cancellation)
    {
        await FindAsync(null, cancellation);
        _store ??= await Stores.HoldAsync(host, settings.Store, [], settings.Options, cancellation);
        return _store.Store;
    }

    /// <summary>The repository that a line names; the first one given where it names none; null where there is none.</summary>
    /// <exception cref="NeapException">A folder given is no repository, or somebody else syncs it.</exception>
    public async ValueTask<FeedPlace?> FindAsync(string? name, CancellationToken cancellation)
    {
        if (_known is null)
        {
            await OpenGivenAsync(cancellation);
        }

        if (name is null)
        {
            return _places.Count > 0 ? _places[0] : null;
        }

        return _unknown.Contains(name) ? null
            : _places.Find(place => place.Name == name || place.Repository.FolderName == name)
            ?? await OpenKnownAsync(name, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var place in _places)
        {
            await place.Repository.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    private async Task OpenGivenAsync(CancellationToken cancellation)
    {
        await using (var index = await IndexReading.OpenOrAbsentAsync(host, settings.Store, cancellation))
        {
            _known = await index.RepositoriesAsync(cancellation);
        }

        foreach (var folder in folders)
        {
            await OpenAsync(host.Absolute(folder), settings.Name, cancellation);
        }

        if (folders.Count == 0)
        {
            await OpenHereAsync(cancellation);
        }

        foreach (var place in _places.OrderBy(place => place.Name, StringComparer.Ordinal))
        {
            await HoldAsync(place, cancellation);
        }
    }

    /// <summary>Where no folder is given the feed may still name repositories that the index knows.</summary>
    private async Task OpenHereAsync(CancellationToken cancellation)
    {
        try
        {
            await OpenAsync(host.WorkingFolder, settings.Name, cancellation);
        }
        catch (NeapException outside) when (outside.Kind == FailureKind.NotARepository && _known!.Count > 0)
        {
            if (!settings.Quiet)
            {
                host.Error.WriteLine("This folder is in no repository; lines have to name theirs.");
            }
        }
    }

    private async Task<FeedPlace?> OpenKnownAsync(string name, CancellationToken cancellation)
    {
        // A service is one of the folders that were given: a repository that is found half way may not have it.
        if (settings.Service is null
            && _known!.FirstOrDefault(repository => repository.Name == name) is { } known && Directory.Exists(known.GitDirectory))
        {
            var place = await OpenAsync(known.GitDirectory, known.Name, cancellation);
            await HoldAsync(place, cancellation);
            return place;
        }

        _unknown.Add(name);
        return null;
    }

    private async Task<FeedPlace> OpenAsync(string folder, string? name, CancellationToken cancellation)
    {
        var repository = await GitRepository.OpenAsync(folder, new GitOptions(), cancellation);
        var tip = await repository.TipAsync(settings.Ref, cancellation)
            ?? new Tip(settings.Ref, null, new CommitId(ObjectId.None));
        var place = new FeedPlace(
            repository,
            name ?? RepositoryNames.Choose(repository.GitDirectory, repository.FolderName, _known!, Directory.Exists),
            tip);
        _places.Add(place);
        return place;
    }

    /// <summary>
    /// Takes the lock of a repository, and waits for it where that is in the order of the names: so two feeds never wait
    /// for what the other one holds.
    /// </summary>
    private async Task HoldAsync(FeedPlace place, CancellationToken cancellation)
    {
        var slots = await SlotsAsync(place, cancellation);
        if (settings.Mode != SyncMode.Write)
        {
            return;
        }

        var mayWait = _held.TrueForAll(name => string.CompareOrdinal(name, place.Name) < 0);
        _store = mayWait ? await Turn.WaitAsync(host, settings, TakeAsync, host.Interrupt) : await TakeAsync();
        _held.Add(place.Name);

        async ValueTask<HeldStore> TakeAsync()
        {
            if (_store is null)
            {
                return await Stores.HoldAsync(host, settings.Store, slots, settings.Options, cancellation);
            }

            await _store.HoldAsync(slots, cancellation);
            return _store;
        }
    }

    /// <summary>A repository with services has a slot for each, unless one of them is asked for.</summary>
    /// <exception cref="NeapException">There is no such service.</exception>
    private async Task<IReadOnlyList<Slot>> SlotsAsync(FeedPlace place, CancellationToken cancellation)
    {
        await using var index = await IndexReading.OpenOrAbsentAsync(host, settings.Store, cancellation);
        var whole = new SyncRequest { Collection = settings.Collection, Repository = place.Name, Tip = place.Tip };
        var revisions = await index.RevisionsAsync(cancellation);
        var requests = await ServiceRequests.DivideAsync(place.Repository, whole, revisions, settings.Service, cancellation);
        return [.. requests.Select(request => request.Slot)];
    }
}
