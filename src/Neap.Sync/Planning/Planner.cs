using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Finds the paths where index and commit differ, at the smallest cost that is certain.</summary>
/// <remarks>
/// The same tree needs nothing; a known tree needs the changed folders; anything else (first sync, lost history, other
/// rules, changed <c>.gitattributes</c>) needs every path, compared by blob id.
/// </remarks>
internal sealed class Planner(IRepository repository, IIndexSnapshot index, SyncOptions options)
{
    public async Task<Plan> MakeAsync(Target target, Revision? revision, CancellationToken cancellation)
    {
        var request = target.Request;
        var tree = request.WorkingTree ?? await TreeOfAsync(request.Tip.Commit, cancellation);
        var changes = await ChangesSinceAsync(target, revision, tree, cancellation);
        return changes switch
        {
            { Count: 0 } => new Plan(tree, Compared.TreeIds, []),
            not null => new Plan(tree, Compared.ChangedTrees, await NarrowAsync(request, tree, changes, cancellation)),
            null => await WholeAsync(target, revision, tree, cancellation),
        };
    }

    /// <summary>A branch without a commit has no tree, and so no files.</summary>
    private async Task<TreeId> TreeOfAsync(CommitId commit, CancellationToken cancellation) =>
        commit.Value.IsNull ? new TreeId(ObjectId.None) : await repository.TreeOfAsync(commit, cancellation);

    /// <summary>Null where the last synced tree cannot tell what changed.</summary>
    private async Task<IReadOnlyList<Change>?> ChangesSinceAsync(
        Target target, Revision? revision, TreeId tree, CancellationToken cancellation)
    {
        if (revision is null or { Incomplete: true } || !target.SameRules(revision) || target.Request.Since is not null
            || !target.Request.MayTakeShortcuts)
        {
            return null;
        }

        if (revision.Tree == tree)
        {
            return [];
        }

        var comparable = !revision.Tree.Value.IsNull && !tree.Value.IsNull;
        var changes = comparable ? await repository.CompareAsync(revision.Tree, tree, cancellation) : null;
        return changes?.Any(change => PathRules.IsRuleFile(change.Path)) == true ? null : changes;
    }

    private async Task<IReadOnlyList<Difference>> NarrowAsync(
        SyncRequest request, TreeId tree, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var mine = changes.Where(change => request.Scope.Contains(change.Path)).ToArray();
        if (mine.Length == 0)
        {
            return [];
        }

        var paths = mine.Select(change => change.Path).ToArray();
        var rules = await RulesAsync(tree, await RuleFilesAsync(request, paths, cancellation), cancellation);
        var known = await index.FindFilesAsync(request.Slot, paths, cancellation);
        var differences = new List<Difference>(mine.Length);
        foreach (var change in mine)
        {
            var written = change as Change.Written;
            var difference = new Difference(
                change.Path, known.GetValueOrDefault(change.Path), written, SkipOf(written, rules));
            if (!IsSame(difference, request.Distrust))
            {
                differences.Add(difference);
            }
        }

        differences.Sort((left, right) => left.Path.CompareTo(right.Path));
        return differences;
    }

    /// <summary>
    /// No rule file is among the changes, so the index knows which there are and git is asked for those alone; the index of
    /// a part of the repository does not know those that stand above it.
    /// </summary>
    private async Task<RepoPath[]> RuleFilesAsync(
        SyncRequest request, RepoPath[] paths, CancellationToken cancellation)
    {
        var candidates = PathRules.RuleFilesFor(paths);
        return request.Scope.IsWhole
            ? [.. (await index.FindFilesAsync(request.Slot, candidates, cancellation)).Keys]
            : [.. candidates];
    }

    private async Task<Plan> WholeAsync(
        Target target, Revision? revision, TreeId tree, CancellationToken cancellation)
    {
        var request = target.Request;
        var wanted = await WantedAsync(request, tree, cancellation);
        var rules = await RulesAsync(
            tree, wanted.Where(file => PathRules.IsRuleFile(file.Path)).Select(file => file.Path).ToArray(), cancellation);
        var bare = request.Since is null && request.Scope.Included.Any() ? BareFolders(request.Scope, wanted) : [];
        wanted.RemoveAll(file => !request.Scope.Contains(file.Path));
        var distrust = revision is null || revision.Content == target.Content ? request.Distrust : Distrust.Everything;
        var differences = new List<Difference>();
        var unseen = distrust.Paths.ToHashSet();
        await foreach (var (path, old, file) in MergedAsync(request.Slot, wanted, cancellation))
        {
            unseen.Remove(path);
            var difference = new Difference(path, old, file, SkipOf(file, rules));
            if (!IsSame(difference, distrust))
            {
                differences.Add(difference);
            }
        }

        // A store may show entries of a path that neither side has; they are taken away like those of a deleted file.
        differences.AddRange(unseen.Select(path => new Difference(path, null, null, null)));
        differences.Sort((left, right) => left.Path.CompareTo(right.Path));
        return new Plan(tree, Compared.TheWholeBranch, differences) { BareFolders = bare };
    }

    /// <summary>Folders that a scope names and no file lies in; a scope may name a file as well.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="files">All files of the commit, in byte order.</param>
    private static RepoPath[] BareFolders(PathScope scope, List<Change.Written> files)
    {
        var paths = files.ConvertAll(file => file.Path);
        return [.. scope.Included.Where(folder => !IsThere(folder) && !IsBegun([.. folder.Bytes, (byte)'/']))];

        bool IsThere(RepoPath path) => paths.BinarySearch(path) >= 0;

        bool IsBegun(byte[] folder)
        {
            var next = ~paths.BinarySearch(RepoPath.FromGit(folder));
            return next < paths.Count && paths[next].Bytes.StartsWith(folder);
        }
    }

    /// <summary>The files that belong to the slot, in byte order: the whole tree, or what differs from a commit.</summary>
    private async Task<List<Change.Written>> WantedAsync(
        SyncRequest request, TreeId tree, CancellationToken cancellation)
    {
        if (tree.Value.IsNull)
        {
            return [];
        }

        if (request.Since is not { } since)
        {
            return await repository.ListAsync(tree, cancellation).ToListAsync(cancellation);
        }

        var sinceTree = await repository.TreeOfAsync(since, cancellation);
        var changes = await repository.CompareAsync(sinceTree, tree, cancellation) ?? [];
        var written = changes.OfType<Change.Written>().ToList();
        written.Sort((left, right) => left.Path.CompareTo(right.Path));
        return written;
    }

    private async IAsyncEnumerable<(RepoPath Path, FileRecord? Old, Change.Written? New)> MergedAsync(
        Slot slot,
        List<Change.Written> wanted,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = 0;
        await foreach (var old in index.FilesAsync(slot, cancellation))
        {
            while (next < wanted.Count && wanted[next].Path < old.Path)
            {
                yield return (wanted[next].Path, null, wanted[next]);
                next++;
            }

            var stays = next < wanted.Count && wanted[next].Path == old.Path;
            yield return (old.Path, old, stays ? wanted[next++] : null);
        }

        for (; next < wanted.Count; next++)
        {
            yield return (wanted[next].Path, null, wanted[next]);
        }
    }

    private async Task<PathRules> RulesAsync(
        TreeId tree, RepoPath[] files, CancellationToken cancellation) =>
        PathRules.Create(
            files.Length == 0
                ? new Dictionary<RepoPath, byte[]>()
                : await repository.ReadFilesAsync(tree, files, cancellation));

    private SkipReason? SkipOf(Change.Written? file, PathRules rules)
    {
        var reason = file is null ? null : rules.Decide(file.Path, file.Mode);
        return reason is { } known && options.Includes(known) ? null : reason;
    }

    private static bool IsSame(Difference difference, Distrust distrust)
    {
        var (path, old, file, skip) = difference;
        if (old is null || file is null)
        {
            return old is null && file is null;
        }

        return old.Blob == file.Blob
            && old.Mode == file.Mode
            && IsSameStanding(old.Standing, skip)
            && !distrust.All
            && !distrust.Paths.Contains(path)
            && !distrust.Blobs.Contains(file.Blob);
    }

    /// <summary>A reason found in the content stands as long as the content does; content that was absent may be there now.</summary>
    private static bool IsSameStanding(Standing standing, SkipReason? skip) => standing switch
    {
        _ when Absence.Is(standing) => false,
        Standing.Skipped(SkipReason.Secret) => skip is null or SkipReason.Secret, // by content or by name
        Standing.Skipped(var reason) when ContentReasons.Has(reason) => skip is null,
        Standing.Skipped(var reason) => reason == skip,
        _ => skip is null,
    };
}
