using Neap.Core;

namespace Neap.Sync;

/// <summary>Says of each path that differed what it means for someone who searches.</summary>
internal static class ChangeList
{
    /// <summary>Pairs a path that went with a path that came and has the same content: that is a move.</summary>
    public static IReadOnlyList<FileChange> Make(
        IReadOnlyList<Difference> differences, Func<BlobId, Fate> fateOf)
    {
        var gone = GoneByContent(differences);
        var embedded = new HashSet<BlobId>(differences.Count);
        var moved = new HashSet<RepoPath>();
        var changes = new List<FileChange>(differences.Count);
        foreach (var difference in differences)
        {
            if (difference.New is { } file)
            {
                changes.AddRange(Written(difference, file, FateOf(difference, fateOf, embedded), gone, moved));
            }
        }

        changes.AddRange(differences
            .Where(difference => difference is { New: null, WasIndexed: true } && !moved.Contains(difference.Path))
            .Select(difference => Plain(ChangeKind.Removed, difference.Path, default, null)));
        changes.Sort((left, right) => left.Path.CompareTo(right.Path));
        return changes;
    }

    private static Dictionary<BlobId, Queue<RepoPath>> GoneByContent(IReadOnlyList<Difference> differences)
    {
        var gone = new Dictionary<BlobId, Queue<RepoPath>>();
        foreach (var difference in differences.Where(difference => difference is { New: null, WasIndexed: true }))
        {
            if (!gone.TryGetValue(difference.Old!.Blob, out var paths))
            {
                gone[difference.Old.Blob] = paths = new Queue<RepoPath>();
            }

            paths.Enqueue(difference.Path);
        }

        return gone;
    }

    private static Fate FateOf(Difference difference, Func<BlobId, Fate> fateOf, HashSet<BlobId> embedded)
    {
        if (difference.Skip is { } skip)
        {
            return new Fate(new Standing.Skipped(skip), 0, IsNew: false);
        }

        var fate = fateOf(difference.New!.Blob);
        return fate with { IsNew = fate.IsNew && embedded.Add(difference.New.Blob) };
    }

    private static IEnumerable<FileChange> Written(
        Difference difference,
        Change.Written file,
        Fate fate,
        Dictionary<BlobId, Queue<RepoPath>> gone,
        HashSet<RepoPath> moved)
    {
        if (fate.Standing is not Standing.Indexed(var chunks))
        {
            return NotIndexed(difference, fate);
        }

        var change = Plain(ChangeKind.Added, difference.Path, fate, null) with { Chunks = chunks, Embedded = fate.IsNew };
        if (difference.WasIndexed)
        {
            return KeepsPath(difference, file, change);
        }

        if (gone.TryGetValue(file.Blob, out var from) && from.TryDequeue(out var old))
        {
            moved.Add(old);
            return [change with { Kind = ChangeKind.Moved, OldPath = old }];
        }

        return [change];
    }

    /// <summary>A changed mode is no change for someone who searches.</summary>
    private static IEnumerable<FileChange> KeepsPath(Difference difference, Change.Written file, FileChange change)
    {
        if (difference.Old!.Blob != file.Blob)
        {
            return [change with { Kind = ChangeKind.Updated }];
        }

        return difference.Old.Mode == file.Mode ? [change with { Kind = ChangeKind.Refreshed }] : [];
    }

    private static IEnumerable<FileChange> NotIndexed(Difference difference, Fate fate)
    {
        if (difference.WasIndexed)
        {
            yield return Plain(ChangeKind.Removed, difference.Path, default, null);
        }

        var kind = fate.Standing is Standing.Failed ? ChangeKind.Failed : ChangeKind.Skipped;
        yield return Plain(kind, difference.Path, fate, fate.Standing);
    }

    private static FileChange Plain(ChangeKind kind, RepoPath path, Fate fate, Standing? cause) =>
        new(kind, path, null, fate.SizeBytes, 0, false, cause);

    /// <summary>What became of a content.</summary>
    /// <param name="Standing">What the index holds of it.</param>
    /// <param name="SizeBytes">Its size.</param>
    /// <param name="IsNew">True where this run read it.</param>
    internal readonly record struct Fate(Standing Standing, long SizeBytes, bool IsNew);
}
