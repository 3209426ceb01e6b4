using Neap.Changes;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Syncs each submodule of a commit as a repository of its own, at the commit that the parent names.</summary>
internal sealed class SubmoduleRunner(CommandHost host, SyncSettings settings, SyncRunner runner)
{
    /// <summary>One report a submodule; one that left the parent, or that the parent left behind where it was before, is emptied.</summary>
    public async Task<IReadOnlyList<SyncReport>> RunAsync(
        GitRepository parent, SyncRequest request, CancellationToken cancellation)
    {
        var reports = new List<SyncReport>();
        var present = new HashSet<string>();
        foreach (var module in await ModulesAsync(parent, request, cancellation))
        {
            var inner = Inner(request, $"{request.Repository}/{module.Path}", new CommitId(module.Blob.Value));
            present.Add(inner.Repository);
            reports.AddRange(await RunOneAsync(parent, module, inner, request, cancellation));
        }

        reports.AddRange(await EmptyAsync(parent, request, present, cancellation));
        foreach (var former in settings.FormerParents.Where(slot => slot != request.Slot))
        {
            reports.AddRange(await EmptyAsync(parent, FormerSlots.At(request, former), [], cancellation));
        }

        return reports;
    }

    private async Task<IReadOnlyList<SyncReport>> EmptyAsync(
        GitRepository parent, SyncRequest request, HashSet<string> present, CancellationToken cancellation)
    {
        var reports = new List<SyncReport>();
        foreach (var gone in await RetiredAsync(request, present, cancellation))
        {
            var inner = Inner(request, gone.Name, new CommitId(ObjectId.None));
            await using var repository = Directory.Exists(gone.GitDirectory)
                ? await GitRepository.OpenAsync(gone.GitDirectory, new GitOptions(), cancellation)
                : null;
            reports.AddRange(await runner.RunAsync(repository ?? parent, inner, cancellation));
        }

        return reports;
    }

    private static SyncRequest Inner(SyncRequest request, string name, CommitId commit) => request with
    {
        Repository = name,
        Tip = request.Tip with { Branch = null, Commit = commit },
        WorkingTree = null,
        Since = null,
    };

    private static async Task<IReadOnlyList<Change.Written>> ModulesAsync(
        GitRepository parent, SyncRequest request, CancellationToken cancellation)
    {
        if (request.Tip.Commit.Value.IsNull)
        {
            return [];
        }

        var tree = await parent.TreeOfAsync(request.Tip.Commit, cancellation);
        return await parent.ListAsync(tree, cancellation)
            .Where(file => file.Mode == Core.FileMode.Submodule)
            .ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<SyncReport>> RunOneAsync(
        GitRepository parent, Change.Written module, SyncRequest inner, SyncRequest request, CancellationToken cancellation)
    {
        var tree = await parent.TreeOfAsync(request.Tip.Commit, cancellation);
        if (await parent.FindSubmoduleAsync(tree, module, cancellation) is not { } folder)
        {
            return
            [
                new SyncReport
                {
                    Status = SyncStatus.InStep,
                    Slot = inner.Slot,
                    Notes = [$"Submodule {Terminal.Safe(module.Path)} is not checked out and was left as it is; `git submodule update --init` fetches it."],
                },
            ];
        }

        await using var repository = await GitRepository.OpenAsync(folder, new GitOptions(), cancellation);
        return await runner.RunAsync(repository, inner, cancellation);
    }

    /// <summary>Repositories that were indexed as submodules of this one and are no longer part of it.</summary>
    private async Task<IReadOnlyList<KnownRepository>> RetiredAsync(
        SyncRequest request, HashSet<string> present, CancellationToken cancellation)
    {
        await using var index = await IndexReading.OpenOrAbsentAsync(host, settings.Store, cancellation);
        var retired = FormerSlots.SubmodulesOf(request.Slot, await index.RevisionsAsync(cancellation))
            .Where(name => !present.Contains(name))
            .ToHashSet();
        return (await index.RepositoriesAsync(cancellation)).Where(repository => retired.Contains(repository.Name)).ToArray();
    }
}
