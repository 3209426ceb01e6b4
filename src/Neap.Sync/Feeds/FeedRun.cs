using Neap.Core;

namespace Neap.Sync;

/// <summary>Hands the lines of a feed to the parts they belong to.</summary>
internal sealed class FeedRun(FeedEngine engine)
{
    private readonly Dictionary<string, FeedPart> _parts = new(StringComparer.Ordinal);
    private readonly List<FeedReport> _reports = [];

    /// <summary>Takes lines; says which one stops the run, where one does.</summary>
    public async Task<LineReport?> TakeAsync(IReadOnlyList<FeedLine> lines, CancellationToken cancellation)
    {
        foreach (var line in lines)
        {
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
        foreach (var part in _parts.Values.ToArray())
        {
            if (await part.FlushAsync(cancellation) is { } failed)
            {
                return await StopAsync(failed);
            }

            _reports.Add(await EndAsync(part, null, null, cancellation));
        }

        _parts.Clear();
        return _reports;
    }

    /// <summary>Ends after the batch at hand, on request.</summary>
    public async Task<IReadOnlyList<FeedReport>> InterruptAsync(CancellationToken cancellation)
    {
        foreach (var part in _parts.Values)
        {
            await part.FlushAsync(cancellation);
        }

        return await LeaveAsync(SyncStatus.Interrupted, RunStatus.Interrupted);
    }

    /// <summary>Ends because a line failed and that was to stop the run.</summary>
    public Task<IReadOnlyList<FeedReport>> StopAsync(LineReport failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        return LeaveAsync(SyncStatus.Stopped, RunStatus.Failed);
    }

    /// <summary>Notes that the runs at work ended badly; the failure itself is worth more than this note.</summary>
    public async Task GiveUpAsync()
    {
        try
        {
            await LeaveAsync(SyncStatus.Stopped, RunStatus.Failed);
        }
        catch (NeapException unwritten) when (unwritten.Kind is not FailureKind.Usage)
        {
            System.Diagnostics.Debug.WriteLine(unwritten.Message);
        }
    }

    private async Task<IReadOnlyList<FeedReport>> LeaveAsync(SyncStatus status, RunStatus noted)
    {
        foreach (var part in _parts.Values)
        {
            if (!engine.IsDry)
            {
                var end = part.From.Run with { Status = noted, CompletedAt = engine.Rules.Clock!.GetUtcNow() };
                await engine.Store.Ledger.EndAsync(end, CancellationToken.None);
            }

            _reports.Add(new FeedFlip(engine, part).Report(status, part.Place.Tip, part.From.Revision?.Tree));
        }

        _parts.Clear();
        return _reports;
    }

    /// <summary>A line that belongs nowhere fails in the part that is meant by default.</summary>
    private async Task<LineReport?> TakeAsync(FeedLine line, CancellationToken cancellation)
    {
        var name = line.Head.Repository;
        var part = await FindAsync(name, cancellation);
        if (part is null)
        {
            part = await FindAsync(null, cancellation) ?? throw SyncFailures.NoRepositoryFor(line.Head.Number, name);
            part.Fail(line, $"There is no repository {name} here; give its folder, or its name with `--name`.");
        }
        else if (line is FeedLine.Closing closing)
        {
            return await CloseAsync(part, closing, cancellation);
        }
        else
        {
            part.Add(line);
        }

        return part.IsFull ? await part.FlushAsync(cancellation) : null;
    }

    private async Task<FeedPart?> FindAsync(string? name, CancellationToken cancellation)
    {
        var place = await engine.Request.Find(name, cancellation);
        if (place is null)
        {
            return null;
        }

        if (!_parts.TryGetValue(place.Name, out var part))
        {
            _parts[place.Name] = part = await FeedPart.OpenAsync(engine, place, cancellation);
        }

        return part;
    }

    private async Task<LineReport?> CloseAsync(
        FeedPart part, FeedLine.Closing closing, CancellationToken cancellation)
    {
        var tree = await TreeOfAsync(part.Place, closing.Changeset, cancellation);
        if (tree is { } known && closing.Changeset.Tree is { } said && said != known)
        {
            part.Fail(closing, $"\"tree_hash\" is {said}, and the commit's tree is {known}.");
            return null;
        }

        if (await part.FlushAsync(cancellation) is { } failed)
        {
            return failed;
        }

        part.Tally.AddClosing();
        _parts.Remove(part.Place.Name);
        _reports.Add(await EndAsync(part, closing.Changeset, tree, cancellation));
        return null;
    }

    private Task<FeedReport> EndAsync(
        FeedPart part, Changeset? changeset, TreeId? tree, CancellationToken cancellation)
    {
        var flip = new FeedFlip(engine, part);
        if (engine.IsDry)
        {
            return Task.FromResult(flip.Report(SyncStatus.DryRun, part.Place.Tip, tree ?? part.From.Tree));
        }

        return changeset is not null && tree is { } known
            ? flip.AtCommitAsync(changeset, known, cancellation)
            : flip.AsSaidAsync(changeset, cancellation);
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
}
