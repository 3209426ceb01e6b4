using Neap.Core;

namespace Neap.Sync;

/// <summary>Brings the contents of a batch of lines into the index, each once, where no reader sees them yet.</summary>
internal sealed class FeedContents(FeedEngine engine, IRepository repository)
{
    private readonly Dictionary<BlobId, KnownBlob> _known = [];
    private readonly Dictionary<BlobId, TimeSpan> _new = [];

    /// <summary>Chunks whose vectors were computed.</summary>
    public long TextsEmbedded { get; private set; }

    /// <summary>Contents that had to be read.</summary>
    public long Read => _new.Count;

    /// <summary>Bytes of them.</summary>
    public long BytesRead { get; private set; }

    /// <summary>What the index holds of a content.</summary>
    public KnownBlob Of(BlobId blob) => _known[blob];

    /// <summary>How long a content took; null where the index knew it.</summary>
    public TimeSpan? TimeOf(BlobId blob) => _new.TryGetValue(blob, out var time) ? time : null;

    /// <summary>The contents that the index did not know.</summary>
    public IEnumerable<BlobId> New => _new.Keys;

    /// <summary>Reads what a plan needs and the index does not know yet; what is absent is noted as such.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop; what was read by then is kept.</exception>
    public async Task ReadAsync(Plan plan, CancellationToken cancellation)
    {
        var wanted = plan.Differences.Where(file => file.NeedsContent).Select(file => file.New!.Blob).ToHashSet();
        await LookUpAsync(wanted, cancellation);
        wanted.ExceptWith(_known.Keys);
        var pipeline = new Pipeline(repository, engine.Rules, engine.Options, engine.Stop);
        pipeline.Run(wanted, TakeAsync, null, cancellation);
        engine.Stop.ThrowIfCancellationRequested();
    }

    /// <summary>Reads what is not known; lines whose content cannot be had come back as failed.</summary>
    public async Task<IReadOnlyList<ResolvedLine>> ReadAsync(
        IReadOnlyList<ResolvedLine> lines, LineResolver resolver, CancellationToken cancellation)
    {
        await LookUpAsync(Unknown(lines), cancellation);
        await ReadCarriedAsync(lines, cancellation);
        var missing = await ReadBlobsAsync(lines, cancellation);
        if (missing.Count == 0)
        {
            return lines;
        }

        var second = lines.Select(line => line.NeedsContent && line.Raw is null && missing.Contains(line.Blob!.Value)
            ? resolver.ResolveMissing(line)
            : line).ToArray();
        await LookUpAsync(Unknown(second), cancellation);
        await ReadCarriedAsync(second, cancellation);
        return second;
    }

    private HashSet<BlobId> Unknown(IEnumerable<ResolvedLine> lines) => lines
        .Where(line => line.NeedsContent && !_known.ContainsKey(line.Blob!.Value))
        .Select(line => line.Blob!.Value).ToHashSet();

    private async Task LookUpAsync(HashSet<BlobId> blobs, CancellationToken cancellation)
    {
        var known = await engine.Store.KnownAsync(engine.Key, blobs, cancellation);
        var absent = known.Where(pair => Absence.Is(pair.Value.Standing)).Select(pair => pair.Key).ToHashSet();
        foreach (var (blob, content) in known.Where(pair => !absent.Contains(pair.Key)))
        {
            _known[blob] = content;
        }

        if (absent.Count > 0 && !engine.IsDry)
        {
            await engine.Store.ForgetAsync(engine.Key, absent, cancellation);
        }
    }

    private async Task ReadCarriedAsync(IReadOnlyList<ResolvedLine> lines, CancellationToken cancellation)
    {
        var blobs = lines.Where(line => line is { NeedsContent: true, Raw: not null } && !_known.ContainsKey(line.Blob!.Value))
            .Select(line => line.Raw!.Value).DistinctBy(blob => blob.Id).ToArray();
        if (blobs.Length == 0)
        {
            return;
        }

        var slices = blobs.Chunk((blobs.Length + engine.Options.Workers - 1) / engine.Options.Workers);
        var contents = await Task.WhenAll(slices.Select(slice => Task.Run(
            () => new ContentReader(engine.Rules, !engine.IsDry, false).ReadAsync(slice, cancellation).AsTask(), cancellation)));
        await TakeAsync([.. contents.SelectMany(content => content)], cancellation);
    }

    /// <summary>Reads from the repository; says what it does not hold.</summary>
    private async Task<IReadOnlySet<BlobId>> ReadBlobsAsync(
        IReadOnlyList<ResolvedLine> lines, CancellationToken cancellation)
    {
        var missing = new HashSet<BlobId>();
        var wanted = Unknown(lines);
        if (wanted.Count == 0)
        {
            return missing;
        }

        var pipeline = new Pipeline(repository, engine.Rules, engine.Options, CancellationToken.None);
        pipeline.Run(wanted, TakeSomeAsync, null, cancellation);
        return missing;

        ValueTask TakeSomeAsync(IReadOnlyList<BlobContent> batch, CancellationToken token)
        {
            var here = batch.Where(content => !Absence.Is(Outcome.StandingOf(content))).ToArray();
            missing.UnionWith(batch.Except(here).Select(content => content.Blob));
            return TakeAsync(here, token);
        }
    }

    private async ValueTask TakeAsync(IReadOnlyList<BlobContent> contents, CancellationToken cancellation)
    {
        if (!engine.IsDry)
        {
            await engine.Store.PutAsync(engine.Key, contents, LineOutcomes.None(""), cancellation);
        }

        foreach (var content in contents)
        {
            _known[content.Blob] = new KnownBlob(Outcome.StandingOf(content), content.SizeBytes);
            _new[content.Blob] = content.Time;
            BytesRead += content.SizeBytes;
            TextsEmbedded += content is BlobContent.Text text && !engine.IsDry ? text.Chunks.Count : 0;
        }
    }
}
