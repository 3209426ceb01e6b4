using Neap.Core;

namespace Neap.Sync;

/// <summary>Hands the lines of a feed to the parts they belong to.</summary>
/// <remarks>
/// Asked to stop, it ends the batch that it works on and begins no other one: lines that are in no batch yet come again
/// with the rest of the feed. What it was asked is told by an <see cref="OperationCanceledException"/>.
/// </remarks>
internal sealed class FeedRun(FeedEngine engine)
{
    private readonly Dictionary<string, RepositoryParts> _repositories = new(StringComparer.Ordinal);
    private readonly List<FeedReport> _reports = [];

    private FeedPart[] Parts => [.. _repositories.Values.SelectMany(repository => repository.Open)];

    /// <summary>Takes lines; says which one stops the run, where one does.</summary>
    public async Task<LineReport?> TakeAsync(IReadOnlyList<FeedLine> lines, CancellationToken cancellation)
    {
        foreach (var line in lines)
        {
            engine.Stop.ThrowIfCancellationRequested();
            if (await TakeAsync(line, cancellation) is { } failed)
            {
                return failed;
            }
        }

        return null;
    }

    /// <summary>Ends the parts that no line closed.</summary>
    public async Task<IReadOnlyList<FeedReport>> FinishAsync(CancellationToken cancellation)
    {
        foreach (var repository in _repositories.Values.ToArray())
        {
            if (await EndAsync(repository, repository.Open, null, cancellation) is { } failed)
            {
                return await StopAsync(failed);
            }
        }

        return _reports;
    }

    /// <summary>Ends on request: what is kept stays kept, what ended before stays visible.</summary>
    public Task<IReadOnlyList<FeedReport>> InterruptAsync() => LeaveAsync(SyncStatus.Interrupted, RunStatus.Interrupted);

    /// <summary>Ends because a line failed and that was to stop the run.</summary>
    public Task<IReadOnlyList<FeedReport>> StopAsync(LineReport failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        return LeaveAsync(SyncStatus.Stopped, RunStatus.Failed);
    }

    /// <summary>Notes that the runs at work ended badly; the failure itself is worth more than this note.</summary>
    public async Task GiveUpAsync(Exception failure)
    {
        try
        {
            await (failure is OperationCanceledException ? InterruptAsync() : LeaveAsync(SyncStatus.Stopped, RunStatus.Failed));
        }
        catch (NeapException unwritten) when (unwritten.Kind is not FailureKind.Usage)
        {
            System.Diagnostics.Debug.WriteLine(unwritten.Message);
        }
    }

    private async Task<IReadOnlyList<FeedReport>> LeaveAsync(SyncStatus status, RunStatus noted)
    {
        foreach (var part in Parts)
        {
            if (!engine.IsDry)
            {
                var end = part.From.Run with { Status = noted, CompletedAt = engine.Rules.Clock!.GetUtcNow() };
                await engine.Store.Ledger.EndAsync(end, CancellationToken.None);
            }

            _reports.Add(new FeedFlip(engine, part).Report(status, part.Place.Tip, part.From.Revision?.Tree));
        }

        _repositories.Clear();
        return _reports;
    }

    /// <summary>A line that belongs nowhere fails in the repository that is meant by default.</summary>
    private async Task<LineReport?> TakeAsync(FeedLine line, CancellationToken cancellation)
    {
        var name = line.Head.Repository;
        if (await FindAsync(name, cancellation) is not { } repository)
        {
            var instead = await FindAsync(null, cancellation) ?? throw SyncFailures.NoRepositoryFor(line.Head.Number, name);
            var reason = $"There is no repository {name} here; give its folder, or its name with `--name`.";
            return await FailAsync(instead, line, reason, cancellation);
        }

        if (line is FeedLine.Closing closing)
        {
            return await CloseAsync(repository, closing, cancellation);
        }

        return await AddAsync(await repository.OfAsync(line, cancellation), line, cancellation);
    }

    private static async Task<LineReport?> AddAsync(
        IReadOnlyList<FeedPart> parts, FeedLine line, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            part.Add(line);
            if (part.IsFull && await part.FlushAsync(cancellation) is { } failed)
            {
                return failed;
            }
        }

        return null;
    }

    private static async Task<LineReport?> FailAsync(
        RepositoryParts repository, FeedLine line, string reason, CancellationToken cancellation) => await AddAsync(
            [await repository.FailingAsync(line, cancellation)], FeedPart.Failed(line, reason), cancellation);

    private async Task<RepositoryParts?> FindAsync(string? name, CancellationToken cancellation)
    {
        var place = await engine.Request.Find(name, cancellation);
        if (place is null)
        {
            return null;
        }

        if (!_repositories.TryGetValue(place.Name, out var repository))
        {
            _repositories[place.Name] = repository = await RepositoryParts.FindAsync(engine, place, cancellation);
        }

        return repository;
    }

    private async Task<LineReport?> CloseAsync(
        RepositoryParts repository, FeedLine.Closing closing, CancellationToken cancellation)
    {
        var changeset = closing.Changeset;
        var tree = await TreeOfAsync(repository.Place, changeset, cancellation);
        if (tree is { } known && await WhyNotAsync(repository, changeset, known, cancellation) is { } reason)
        {
            return await FailAsync(repository, closing, reason, cancellation);
        }

        var parts = tree is not null ? await repository.AllAsync(cancellation)
            : repository.Open is { Count: > 0 } open ? open
            : await repository.OfAsync(closing, cancellation);
        return await EndAsync(repository, parts, new Ending(changeset, tree), cancellation);
    }

    /// <summary>Makes the parts of a repository visible together; says which line stops the run instead, where one does.</summary>
    private async Task<LineReport?> EndAsync(
        RepositoryParts repository, IReadOnlyList<FeedPart> parts, Ending? ending, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            engine.Stop.ThrowIfCancellationRequested();
            if (await part.FlushAsync(cancellation) is { } failed)
            {
                return failed;
            }
        }

        var ends = new List<FeedEnd>();
        foreach (var part in parts)
        {
            ends.Add(await EndOfAsync(part, ending, cancellation));
        }

        engine.Stop.ThrowIfCancellationRequested();
        await engine.Store.PublishAllAsync([.. ends.Select(end => end.Publication).OfType<Publication>()], [], cancellation);
        _repositories.Remove(repository.Place.Name);
        var reports = ends.Select(end => end.Report()).ToArray();
        var noted = engine.IsDry
            ? reports.Select(report => report.Sync)
            : await Afterwork.OptimizedAsync(engine.Store, [.. reports.Select(report => report.Sync)], engine.Stop, cancellation);
        _reports.AddRange(reports.Zip(noted, (report, sync) => report with { Sync = sync }));
        return null;
    }

    /// <summary>Why a commit that the repository has cannot close its lines; null where it can.</summary>
    private static async Task<string?> WhyNotAsync(
        RepositoryParts repository, Changeset changeset, TreeId tree, CancellationToken cancellation)
    {
        if (changeset.Tree is { } said && said != tree)
        {
            return $"\"tree_hash\" is {said}, and the commit's tree is {tree}.";
        }

        return await repository.AreThoseOfAsync(changeset.Commit, cancellation)
            ? null
            : "The commit divides the repository into other services than the one that is followed.";
    }

    private async Task<FeedEnd> EndOfAsync(FeedPart part, Ending? ending, CancellationToken cancellation)
    {
        var flip = new FeedFlip(engine, part);
        if (ending is not null)
        {
            part.Tally.AddClosing();
        }

        if (engine.IsDry)
        {
            return new FeedEnd(null, () => flip.Report(SyncStatus.DryRun, part.Place.Tip, ending?.Tree ?? part.From.Tree));
        }

        return ending is { Tree: { } known }
            ? await flip.AtCommitAsync(ending.Changeset, known, cancellation)
            : flip.AsSaid(ending?.Changeset);
    }

    /// <summary>Null where the repository does not have the commit.</summary>
    private static async Task<TreeId?> TreeOfAsync(
        FeedPlace place, Changeset changeset, CancellationToken cancellation)
    {
        try
        {
            return await place.Repository.TreeOfAsync(changeset.Commit, cancellation);
        }
        catch (NeapException unknown) when (unknown.Kind == FailureKind.ObjectUnreadable)
        {
            return null;
        }
    }

    /// <summary>The commit that closes the lines of a repository.</summary>
    /// <param name="Changeset">What the closing line says of it.</param>
    /// <param name="Tree">Its tree; null where the repository does not have the commit.</param>
    private sealed record Ending(Changeset Changeset, TreeId? Tree);
}
