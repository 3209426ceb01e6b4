using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>The services that were found at the last sync, where no change since can have made them others.</summary>
/// <remarks>
/// What is found depends on which manifests and Bazel packages there are, on what the manifests say, and on which folders
/// there are. Where one of these may differ, or the last tree cannot be asked, nothing is remembered.
/// </remarks>
/// <param name="repository">The repository.</param>
/// <param name="last">What the collection of the rest holds of it.</param>
internal sealed class ServiceMemory(IRepository repository, Revision last)
{
    /// <summary>More changes are not looked through one by one.</summary>
    private const int MostChanges = 1000;

    /// <summary>The folders of the services; null where they have to be found anew.</summary>
    public async Task<IReadOnlyList<RepoPath>?> FoldersAsync(TreeId tree, CancellationToken cancellation)
    {
        if (!RememberedRules.KnowsServices(last) || last.Tree.Value.IsNull)
        {
            return null;
        }

        try
        {
            var changes = await repository.CompareAsync(last.Tree, tree, cancellation);
            return changes is { Count: <= MostChanges } && await AreSameAsync([.. changes.Select(change => change.Path)], tree, cancellation)
                ? [.. RememberedRules.ScopeOf(last).Excluded]
                : null;
        }
        catch (NeapException lost) when (lost.Kind == FailureKind.ObjectUnreadable)
        {
            // It may be the last tree that cannot be read; whether this one can, its reader will find out.
            return null;
        }
    }

    private async Task<bool> AreSameAsync(RepoPath[] changed, TreeId tree, CancellationToken cancellation)
    {
        var before = await repository.FindAsync(last.Tree, changed, cancellation);
        var after = await repository.FindAsync(tree, changed, cancellation);
        var moved = changed.Where(path => before.ContainsKey(path) != after.ContainsKey(path)).ToHashSet();
        var edited = changed.Where(path => !moved.Contains(path) && ServiceDetector.IsManifest(path)).ToArray();
        return !moved.Any(ServiceDetector.Counts)
            && await AreSilentAsync(edited, tree, cancellation)
            && await KeepFoldersAsync(moved, tree, cancellation);
    }

    /// <summary>Manifests that named nobody and do not now. A partial clone would have to fetch what they said before.</summary>
    private async Task<bool> AreSilentAsync(RepoPath[] manifests, TreeId tree, CancellationToken cancellation) =>
        manifests.Length == 0
        || (!repository.IsPartialClone
            && await AreSilentInAsync(manifests, last.Tree, cancellation)
            && await AreSilentInAsync(manifests, tree, cancellation));

    private async Task<bool> AreSilentInAsync(RepoPath[] manifests, TreeId tree, CancellationToken cancellation)
    {
        var files = await repository.ReadFilesAsync(tree, manifests, cancellation);
        return manifests.All(path => files.TryGetValue(path, out var content) && ServiceDetector.IsSilent(path, content));
    }

    private async Task<bool> KeepFoldersAsync(HashSet<RepoPath> moved, TreeId tree, CancellationToken cancellation)
    {
        if (moved.Count == 0)
        {
            return true;
        }

        var files = await repository.ListAsync(tree, cancellation).Select(file => file.Path).ToListAsync(cancellation);
        return ServiceDetector.KeepsFolders(moved, files.Where(path => !moved.Contains(path)));
    }
}
