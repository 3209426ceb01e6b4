using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>One repository's part of a feed, from its first line to the flip.</summary>
/// <remarks>
/// Content and lines are kept batch by batch where no reader sees them; one publication makes the whole part visible. A
/// part that was cut off goes on with the same run where it finds its own lines again.
/// </remarks>
internal sealed class FeedPart
{
    private const long HeldBytesAtMost = 8 * 1024 * 1024;

    private readonly FeedEngine _engine;
    private readonly FeedPlace _place;
    private readonly LineResolver _resolver;
    private readonly FeedTally _tally;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly HashSet<BlobId> _new = [];
    private List<FeedLine> _lines = [];
    private long _heldBytes;
    private bool _resumes;

    private FeedPart(FeedEngine engine, FeedPlace place, SyncRequest request, FeedBase from)
    {
        (Scope, KnowsServices) = (request.Scope, request.KnowsServices);
        (_engine, _place, From, _clock) = (engine, place, from, engine.Rules.Clock!);
        _resolver = new LineResolver(place, from.Tree, from.Rules, engine.Options);
        _tally = new FeedTally(engine.Request);
        _started = _clock.GetTimestamp();
        _resumes = from.Resumes;
    }

    /// <summary>What the part starts from.</summary>
    public FeedBase From { get; private set; }

    /// <summary>Counts and lists.</summary>
    public FeedTally Tally => _tally;

    /// <summary>Which paths of the repository belong to the part's collection.</summary>
    public PathScope Scope { get; }

    /// <summary>Whether all services of the followed commit are known; see <see cref="SyncRequest.KnowsServices"/>.</summary>
    public bool KnowsServices { get; }

    /// <summary>The repository.</summary>
    public FeedPlace Place => _place;

    /// <summary>How long it has been at work.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_started);

    /// <summary>True where the lines at hand make a batch.</summary>
    public bool IsFull => _lines.Count >= _engine.Options.BatchSize || _heldBytes >= HeldBytesAtMost;

    /// <summary>True where this run read the content; known only where changes are listed.</summary>
    public bool IsNew(BlobId blob) => _new.Contains(blob);

    /// <summary>Begins a part, or goes on with one that was cut off.</summary>
    /// <exception cref="NeapException">The index was made by other rules, or belongs to another repository.</exception>
    public static async Task<FeedPart> OpenAsync(
        FeedEngine engine, FeedPlace place, SyncRequest request, CancellationToken cancellation) =>
        new(engine, place, request, await FeedBase.FindAsync(engine, place, request.Slot, cancellation));

    /// <summary>Takes a line; nothing is done with it yet.</summary>
    public void Add(FeedLine line)
    {
        _lines.Add(line);
        _heldBytes += line is FeedLine.Change { Entry.Source: FeedSource.Carried carried } ? carried.Bytes.Length : 0;
    }

    /// <summary>Brings the lines at hand to their end; says which line stopped the run, where one did.</summary>
    public async Task<LineReport?> FlushAsync(CancellationToken cancellation)
    {
        var lines = await WithoutResumedAsync(Take(), cancellation);
        if (lines.Count == 0)
        {
            return null;
        }

        var contents = new FeedContents(_engine, _place.Repository);
        var resolved = await contents.ReadAsync(
            await _resolver.ResolveAsync(lines, cancellation), _resolver, cancellation);
        var judge = new LineJudge(From.Run.RunId, contents, Scope, _clock.GetUtcNow());
        var reports = resolved.Select(line => (Line: line, Report: judge.Add(line))).ToArray();
        if (_engine.Staging is { } staging)
        {
            await staging.StageAsync(judge.Lines, cancellation);
        }

        var before = await BeforeAsync(lines, cancellation);
        foreach (var (line, report) in reports)
        {
            _tally.Add(report, LineChanges.Of(line, report, contents, before));
        }

        Count(contents);
        return _engine.Request.OnError == OnError.Stop
            ? Array.Find(reports, report => report.Report.Fate is LineFate.Failed).Report
            : null;
    }

    /// <summary>A line as one that fails, for a reason that is no part's own to find.</summary>
    public static FeedLine.Malformed Failed(FeedLine line, string reason)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(line.Head, (line as FeedLine.Change)?.Entry.Path, FailureCategory.Validation, reason);
    }

    private List<FeedLine> Take()
    {
        var lines = _lines;
        (_lines, _heldBytes) = ([], 0);
        return lines;
    }

    private void Count(FeedContents contents)
    {
        _tally.TextsEmbedded += contents.TextsEmbedded;
        _tally.ContentsRead += contents.Read;
        _tally.BytesRead += contents.BytesRead;
        if (_engine.Request.Listing == ChangeListing.Listed)
        {
            _new.UnionWith(contents.New);
        }
    }

    /// <summary>
    /// Leaves out the lines that an earlier attempt of this run has kept. Where the input is another one from some line on,
    /// what was kept from there on is forgotten.
    /// </summary>
    private async Task<IReadOnlyList<FeedLine>> WithoutResumedAsync(List<FeedLine> lines, CancellationToken cancellation)
    {
        if (!_resumes || lines.Count == 0)
        {
            return lines;
        }

        var staged = await _engine.Staging!.StagedAsync(
            From.Run.RunId, lines[0].Head.Number, lines[^1].Head.Number, cancellation);
        From = From.FirstKept is null && staged.Count > 0 ? From with { FirstKept = staged.Keys.Min() } : From;
        var rest = new List<FeedLine>();
        foreach (var line in lines)
        {
            var isKept = _resumes && staged.TryGetValue(line.Head.Number, out var print);
            if (isKept && staged[line.Head.Number] == line.Head.Fingerprint)
            {
                continue;
            }

            rest.Add(line);
            if (isKept)
            {
                await DivergeAsync(line.Head.Number, cancellation);
            }
        }

        _tally.AddResumed(lines.Count - rest.Count);
        return rest;
    }

    private async Task DivergeAsync(long line, CancellationToken cancellation)
    {
        _resumes = false;
        var isOther = line == From.FirstKept;
        await _engine.Staging!.UnstageAsync(From.Run.RunId, line, cancellation);
        if (isOther)
        {
            From = await From.WithNewRunAsync(_engine, _place, cancellation);
        }
    }

    private async Task<IReadOnlyDictionary<RepoPath, FileRecord>> BeforeAsync(
        IReadOnlyList<FeedLine> lines, CancellationToken cancellation)
    {
        if (_engine.Request.Listing == ChangeListing.Counted)
        {
            return new Dictionary<RepoPath, FileRecord>();
        }

        await using var index = await _engine.Store.OpenSnapshotAsync(cancellation);
        var paths = lines.OfType<FeedLine.Change>()
            .SelectMany(line => (IEnumerable<RepoPath>)[line.Entry.Path, line.Entry.OldPath ?? line.Entry.Path]).ToHashSet();
        return await index.FindFilesAsync(From.Run.Slot, paths, cancellation);
    }
}
