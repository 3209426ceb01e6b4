using Neap.Core;

namespace Neap.Sync;

/// <summary>Says of a line what it means for someone who searches.</summary>
internal static class LineChanges
{
    /// <summary>The change; null where there is none to see.</summary>
    public static FileChange? Of(
        ResolvedLine line, LineReport report, FeedContents contents, IReadOnlyDictionary<RepoPath, FileRecord> before) =>
        (report.Fate, line.Entry) switch
        {
            (LineFate.Failed(var category, _), { } entry) =>
                Plain(ChangeKind.Failed, entry.Path) with { Cause = new Standing.Failed(category) },
            (LineFate.Skipped({ } reason), { } entry) =>
                Plain(ChangeKind.Skipped, entry.Path) with { Cause = new Standing.Skipped(reason) },
            (LineFate.Done, { Op: LineOperation.Delete } entry) =>
                WasIndexed(before, entry.Path) ? Plain(ChangeKind.Removed, entry.Path) : null,
            (LineFate.Done, { } entry) => Written(line, entry, contents, before),
            _ => null,
        };

    private static FileChange? Written(
        ResolvedLine line, FeedEntry entry, FeedContents contents, IReadOnlyDictionary<RepoPath, FileRecord> before)
    {
        var blob = line.Blob!.Value;
        var known = contents.Of(blob);
        var change = new FileChange(
            ChangeKind.Added,
            entry.Path,
            null,
            known.SizeBytes,
            known.Standing is Standing.Indexed(var chunks) ? chunks : 0,
            contents.TimeOf(blob) is not null,
            null);
        return entry.OldPath is { } old && WasIndexed(before, old) ? change with { Kind = ChangeKind.Moved, OldPath = old }
            : !WasIndexed(before, entry.Path) ? change
            : before[entry.Path].Blob == blob ? null
            : change with { Kind = ChangeKind.Updated };
    }

    private static bool WasIndexed(IReadOnlyDictionary<RepoPath, FileRecord> before, RepoPath path) =>
        before.TryGetValue(path, out var file) && file.Standing is Standing.Indexed;

    private static FileChange Plain(ChangeKind kind, RepoPath path) => new(kind, path, null, 0, 0, false, null);
}
