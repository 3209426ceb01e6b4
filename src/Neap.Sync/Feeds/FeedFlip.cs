using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Works out what of a part of a feed becomes visible.</summary>
/// <remarks>
/// Where the part ends at a commit that the repository has, the commit decides: what the feed brought is content that need
/// not be read again, what it left out is taken from the repository, and what it claimed against the commit is reported. So
/// the index equals the commit, as after any other sync. Elsewhere the lines themselves are applied, and the revision says
/// that it is incomplete, so that the next sync compares everything.
/// </remarks>
internal sealed class FeedFlip(FeedEngine engine, FeedPart part)
{
    private const int PageSize = 500;

    private readonly RunRecord _run = part.From.Run;
    private readonly FeedPlace _place = part.Place;

    /// <summary>Ends at a commit.</summary>
    public async Task<FeedEnd> AtCommitAsync(
        Changeset changeset, TreeId tree, CancellationToken cancellation)
    {
        var target = TargetOf(changeset);
        var plan = await PlanAsync(target, cancellation);
        var contents = new FeedContents(engine, _place.Repository);
        await contents.ReadAsync(plan, cancellation);
        var claims = await ClaimsAsync(plan, cancellation);
        var now = engine.Rules.Clock!.GetUtcNow();
        var revision = RevisionOf(target.Request.Tip, tree, now) with
        {
            PathRules = target.Remembered,
            Incomplete = plan.Differences.Any(file => file.NeedsContent && Absence.Is(contents.Of(file.New!.Blob).Standing)),
        };
        var failed = claims.Wrong.Select(line => FailedOf(line, now)).ToArray();
        var publication = new Publication(
            revision, plan.Differences.Select(MapChange).ToArray(), Completed(now), Lines(failed))
        {
            Retires = part.Scope.Equals(PathScope.Nothing),
        };
        return new FeedEnd(publication, () => ReportAt(revision, plan, contents, claims));
    }

    /// <summary>Ends with what the lines say, without a commit that could be asked.</summary>
    public FeedEnd AsSaid(Changeset? changeset)
    {
        var tip = changeset is null ? _place.Tip : TargetOf(changeset).Request.Tip;
        var tree = changeset?.Tree ?? part.From.Tree ?? new TreeId(ObjectId.None);
        var now = engine.Rules.Clock!.GetUtcNow();
        var revision = RevisionOf(tip, tree, now) with { Incomplete = true };
        var publication = new Publication(revision, [], Completed(now), LineOutcomes.None(_run.RunId)) { IsStaged = true };
        return new FeedEnd(publication, () => Report(SyncStatus.Completed, tip, tree));
    }

    private FeedReport ReportAt(Revision revision, Plan plan, FeedContents contents, Claims claims)
    {
        foreach (var line in claims.Wrong)
        {
            part.Tally.Contradict(line);
        }

        var tip = _place.Tip with { Branch = revision.Branch, Commit = revision.Commit };
        var report = Report(SyncStatus.Completed, tip, revision.Tree);
        return report with
        {
            IsInStep = !revision.Incomplete,
            Sync = report.Sync with
            {
                Compared = plan.Compared,
                Changes = engine.Request.Listing == ChangeListing.Listed ? ChangesOf(plan, contents) : [],
                TextsEmbedded = part.Tally.TextsEmbedded + contents.TextsEmbedded,
                Notes = claims.Unnamed == 0
                    ? []
                    : [$"{claims.Unnamed:N0} files of the commit were not in the feed and were taken from the repository."],
            },
        };
    }

    /// <summary>The report of a part that ended without a flip, or has none to make.</summary>
    public FeedReport Report(SyncStatus status, Tip tip, TreeId? tree) => new()
    {
        Lines = part.Tally.Lines,
        Failures = part.Tally.Failures,
        Sync = new SyncReport
        {
            RunId = engine.IsDry ? null : _run.RunId,
            Status = status,
            Slot = _run.Slot,
            Branch = tip.Branch,
            FromCommit = part.From.Revision?.Commit,
            ToCommit = tip.Commit,
            Tree = tree,
            Compared = Compared.Nothing,
            Changes = part.Tally.Changes,
            Tiers = engine.Options.Tiers,
            TextsEmbedded = part.Tally.TextsEmbedded,
            ContentsRead = part.Tally.ContentsRead,
            BytesRead = part.Tally.BytesRead,
            FilesProcessed = part.Tally.ContentsRead,
            Duration = part.Elapsed,
        },
    };

    private Target TargetOf(Changeset changeset)
    {
        var tip = changeset.Commit == _place.Tip.Commit
            ? _place.Tip
            : new Tip(_place.Tip.Ref, changeset.Branch ?? _place.Tip.Branch, changeset.Commit);
        var request = new SyncRequest
        {
            Collection = _run.Slot.Collection,
            Repository = _place.Name,
            Tip = tip,
            Scope = part.Scope,
            KnowsServices = part.KnowsServices && changeset.Commit == _place.Tip.Commit,
        };
        return new Target(request, engine.Key, engine.Options.PathRulesFor(part.Scope));
    }

    private async Task<Plan> PlanAsync(Target target, CancellationToken cancellation)
    {
        await using var index = await engine.Store.OpenSnapshotAsync(cancellation);
        var revision = await index.FindHeldRevisionAsync(_run.Slot, cancellation);
        return await new Planner(_place.Repository, index, engine.Options).MakeAsync(target, revision, cancellation);
    }

    /// <summary>Holds what the lines claimed against the commit.</summary>
    private async Task<Claims> ClaimsAsync(Plan plan, CancellationToken cancellation)
    {
        var differs = plan.Differences.ToDictionary(difference => difference.Path);
        var wrong = new List<LineReport>();
        var named = 0L;
        await using var index = await engine.Store.OpenSnapshotAsync(cancellation);
        await foreach (var page in engine.Staging!.StagedFilesAsync(_run.RunId, cancellation).Chunk(PageSize).WithCancellation(cancellation))
        {
            var others = page.Select(file => file.Change.Path).Where(path => !differs.ContainsKey(path)).ToArray();
            var known = await index.FindFilesAsync(_run.Slot, others, cancellation);
            foreach (var file in page)
            {
                var path = file.Change.Path;
                var isNamed = differs.TryGetValue(path, out var difference);
                named += isNamed ? 1 : 0;
                var blob = isNamed ? difference!.New?.Blob : known.GetValueOrDefault(path)?.Blob;
                if (!Agrees(file.Change, blob))
                {
                    wrong.Add(Contradicted(file));
                }
            }
        }

        return new Claims(wrong, differs.Count - named);
    }

    private static bool Agrees(FileMapChange claim, BlobId? committed) => claim switch
    {
        FileMapChange.Put { Skip: not null } => true,
        FileMapChange.Put put => put.Blob == committed,
        _ => committed is null,
    };

    private static LineReport Contradicted(StagedFile file)
    {
        var (operation, message) = file.Change is FileMapChange.Put
            ? (LineOperation.Modify, "The commit has other content at this path; the index follows the commit.")
            : (LineOperation.Delete, "The commit has a file at this path; the index follows the commit.");
        return new LineReport(
            file.Number, operation, file.Change.Path, null, new LineFate.Failed(FailureCategory.Validation, message));
    }

    private static FailedLine FailedOf(LineReport line, DateTimeOffset now) => new()
    {
        Number = line.Number,
        Path = line.Path,
        Operation = line.Operation,
        Category = FailureCategory.Validation,
        Message = ((LineFate.Failed)line.Fate).Message,
        LastAttempt = now,
    };

    private LineOutcomes Lines(IReadOnlyList<FailedLine> failed) => LineOutcomes.None(_run.RunId) with { Failed = failed };

    private RunRecord Completed(DateTimeOffset now) => _run with
    {
        Status = RunStatus.Completed,
        CompletedAt = now,
        Counts = _run.Counts with { Total = part.Tally.Lines.Total - part.Tally.Closings },
    };

    private Revision RevisionOf(Tip tip, TreeId tree, DateTimeOffset now) => new()
    {
        Slot = _run.Slot,
        Commit = tip.Commit,
        Tree = tree,
        Branch = tip.Branch,
        Content = engine.Key,
        PathRules = engine.Options.PathRulesFor(part.Scope),
        PublishedAt = now,
    };

    private IReadOnlyList<FileChange> ChangesOf(Plan plan, FeedContents contents) => ChangeList.Make(
        plan.Differences,
        blob => new ChangeList.Fate(
            contents.Of(blob).Standing,
            contents.Of(blob).SizeBytes,
            IsNew: contents.TimeOf(blob) is not null || part.IsNew(blob)));

    private static FileMapChange MapChange(Difference difference) => difference.New is { } file
        ? new FileMapChange.Put(difference.Path, file.Blob, file.Mode, difference.Skip)
        : new FileMapChange.Remove(difference.Path);

    /// <param name="Wrong">Lines that the commit does not bear out.</param>
    /// <param name="Unnamed">Paths that differ and that no line named.</param>
    private sealed record Claims(IReadOnlyList<LineReport> Wrong, long Unnamed);
}

/// <summary>What a part of a feed comes to.</summary>
/// <param name="Publication">What is left to make visible; null in a dry run.</param>
/// <param name="Report">What it did; asked for once the publication is made.</param>
internal sealed record FeedEnd(Publication? Publication, Func<FeedReport> Report);
