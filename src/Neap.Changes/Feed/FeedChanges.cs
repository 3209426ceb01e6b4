namespace Neap.Changes;

/// <summary>Turns what differs between two trees into the lines of a feed.</summary>
internal static class FeedChanges
{
    /// <summary>The lines in the order of their paths.</summary>
    /// <param name="changes">What differs.</param>
    /// <param name="before">What the written and deleted paths held before; a path that is not in it is new.</param>
    public static IReadOnlyList<FeedChange> Of(
        IReadOnlyList<Change> changes, IReadOnlyDictionary<RepoPath, Change.Written> before)
    {
        var free = Gone(changes, before);
        var moved = new HashSet<RepoPath>();
        var lines = new List<FeedChange>(changes.Count);
        foreach (var written in changes.OfType<Change.Written>())
        {
            if (before.ContainsKey(written.Path))
            {
                lines.Add(new FeedChange(LineOperation.Modify, written.Path, null, written));
            }
            else if (free.TryGetValue(written.Blob, out var paths) && paths.TryDequeue(out var old))
            {
                moved.Add(old);
                lines.Add(new FeedChange(LineOperation.Rename, written.Path, old, written));
            }
            else
            {
                lines.Add(new FeedChange(LineOperation.Add, written.Path, null, written));
            }
        }

        var deleted = changes.OfType<Change.Deleted>().Where(change => !moved.Contains(change.Path));
        lines.AddRange(deleted.Select(change => new FeedChange(LineOperation.Delete, change.Path, null, null)));
        return [.. lines.OrderBy(line => line.Path)];
    }

    // A rename is exact: the same content, at a path that is gone.
    private static Dictionary<BlobId, Queue<RepoPath>> Gone(
        IReadOnlyList<Change> changes, IReadOnlyDictionary<RepoPath, Change.Written> before)
    {
        var gone = new Dictionary<BlobId, Queue<RepoPath>>();
        foreach (var change in changes.OfType<Change.Deleted>())
        {
            var blob = before[change.Path].Blob;
            if (!gone.TryGetValue(blob, out var paths))
            {
                gone[blob] = paths = new Queue<RepoPath>();
            }

            paths.Enqueue(change.Path);
        }

        return gone;
    }
}
