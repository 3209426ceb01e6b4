using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Finds out for the lines of a batch which content they mean.</summary>
/// <param name="place">The repository they write about.</param>
/// <param name="tree">What the followed commit holds; null where there is no commit yet.</param>
/// <param name="rules">Which paths stay out.</param>
/// <param name="options">Limits, and whether vendored files stay out.</param>
internal sealed class LineResolver(FeedPlace place, TreeId? tree, PathRules rules, SyncOptions options)
{
    private const int Sha1Bytes = 20;

    /// <summary>Resolves lines; their order stays.</summary>
    public async Task<IReadOnlyList<ResolvedLine>> ResolveAsync(
        IReadOnlyList<FeedLine> lines, CancellationToken cancellation)
    {
        var committed = await CommittedAsync(lines, cancellation);
        return [.. lines.Select(line => Resolve(line, committed))];
    }

    /// <summary>The second choice of a line whose blob the repository does not hold.</summary>
    public ResolvedLine ResolveMissing(ResolvedLine line) => line.Entry! switch
    {
        { Skip: { } reason } => line with { Skip = reason },
        { Source: FeedSource.Reference reference } => FromFile(line with { Blob = null }, reference.File),
        _ => line.Fail(FailureCategory.FileSystem, $"The repository does not hold the content {line.Blob}."),
    };

    /// <summary>What the followed commit has at the paths whose lines say nothing of their content.</summary>
    private async Task<IReadOnlyDictionary<RepoPath, Change.Written>> CommittedAsync(
        IReadOnlyList<FeedLine> lines, CancellationToken cancellation)
    {
        var paths = lines.OfType<FeedLine.Change>()
            .Where(line => line.Entry is { Source: FeedSource.Repository, Blob: null, Op: not LineOperation.Delete })
            .Select(line => line.Entry.Path).ToHashSet();
        return paths.Count == 0 || tree is not { } known
            ? new Dictionary<RepoPath, Change.Written>()
            : await place.Repository.FindAsync(known, paths, cancellation);
    }

    private ResolvedLine Resolve(FeedLine line, IReadOnlyDictionary<RepoPath, Change.Written> committed)
    {
        var resolved = new ResolvedLine(line);
        return line switch
        {
            FeedLine.Malformed wrong => resolved.Fail(wrong.Category, wrong.Reason),
            FeedLine.Change { Entry: { Op: not LineOperation.Delete } entry } => Judge(Find(resolved, entry, committed)),
            _ => resolved,
        };
    }

    private ResolvedLine Find(
        ResolvedLine line, FeedEntry entry, IReadOnlyDictionary<RepoPath, Change.Written> committed) => entry switch
    {
        { Source: FeedSource.Carried carried } => Carried(line, carried.Bytes),
        { Blob: { } blob } => blob.Value.Bytes.Length == IdBytes
            ? line with { Blob = blob }
            : line.Fail(FailureCategory.Validation, $"\"blob\" has not the {IdBytes * 2} digits of this repository's ids."),
        { Source: FeedSource.Reference reference } => FromFile(line, reference.File),
        _ when committed.TryGetValue(entry.Path, out var file) => line with { Blob = file.Blob, Mode = file.Mode },
        { Skip: not null } => line with { Blob = Nothing },
        _ => line.Fail(FailureCategory.FileSystem, "The line carries no content, and the commit has no file at this path."),
    };

    private ResolvedLine Carried(ResolvedLine line, ReadOnlyMemory<byte> bytes)
    {
        var id = GitBlob.IdOf(bytes.Span, IdBytes);
        var state = bytes.Length > options.LimitBytes ? RawBlobState.TooLarge : RawBlobState.Present;
        return line.Entry!.Blob is { } said && said != id
            ? line.Fail(FailureCategory.Validation, $"The content is {id}, and the line names {said}.")
            : line with { Blob = id, Raw = new RawBlob(id, state, bytes.Length, bytes) };
    }

    private ResolvedLine FromFile(ResolvedLine line, string file) =>
        place.Repository.ReadWorkFile(file, options.LimitBytes) switch
        {
            WorkFile.Content(var bytes) when line.Entry!.SizeBytes is { } size && size != bytes.Length => line.Fail(
                FailureCategory.Validation, $"\"size\" says {size:N0} bytes and the file has {bytes.Length:N0}."),
            WorkFile.Content(var bytes) => Carried(line, bytes),
            WorkFile.TooLarge => line with { Blob = Nothing, Skip = SkipReason.TooLarge },
            WorkFile.Refused(var category, var reason) => line.Fail(category, reason),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };

    private ResolvedLine Judge(ResolvedLine line)
    {
        if (line.Failure is not null)
        {
            return line;
        }

        var reason = Wanted(line.Skip) ?? Wanted(rules.Decide(line.Entry!.Path, line.Mode)) ?? Wanted(line.Entry.Skip);
        var tellsItself = reason == line.Entry!.Skip && reason is { } said && ContentReasons.Has(said) && line.Blob != Nothing;
        return line with { Skip = tellsItself ? line.Skip : reason };
    }

    private SkipReason? Wanted(SkipReason? reason) => reason is { } known && options.Includes(known) ? null : reason;

    /// <summary>Stands where the content is not known and does not matter.</summary>
    private BlobId Nothing => new(ObjectId.FromBytes(new byte[IdBytes]));

    private int IdBytes => place.Tip.Commit.Value.Bytes.Length is > 0 and var length ? length : Sha1Bytes;
}
