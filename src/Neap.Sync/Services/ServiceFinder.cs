using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Reads from a commit into which services its repository is divided.</summary>
/// <param name="repository">The repository.</param>
/// <param name="rest">The collection of what lies in no service.</param>
/// <param name="last">What that collection holds of the repository; null where that is not to be relied on.</param>
internal sealed class ServiceFinder(IRepository repository, string rest, Revision? last)
{
    /// <summary>The services; none where the repository is not divided.</summary>
    /// <exception cref="NeapException">The commit describes services that cannot be.</exception>
    public async Task<FoundServices> FindAsync(TreeId tree, CancellationToken cancellation)
    {
        if (tree.Value.IsNull || !RepoPath.TryParse(ServiceFile.Name, out var name))
        {
            return FoundServices.Of([]);
        }

        var files = await repository.ReadFilesAsync(tree, [name], cancellation);
        var source = files.TryGetValue(name, out var bytes) ? ServiceFile.Parse(bytes) : new ServiceSource.Declared([]);
        if (source is ServiceSource.Declared(var services))
        {
            return FoundServices.Of(services);
        }

        return last is not null && await new ServiceMemory(repository, last).FoldersAsync(tree, cancellation) is { } known
            ? new FoundServices(new ServiceMap(ServiceDetector.Named(known, rest)), [], IsCertain: true)
            : await DetectAsync(tree, cancellation);
    }

    private async Task<FoundServices> DetectAsync(TreeId tree, CancellationToken cancellation)
    {
        var paths = await repository.ListAsync(tree, cancellation).Select(file => file.Path).ToListAsync(cancellation);
        var found = await ServiceDetector.DetectAsync(
            paths, manifests => repository.ReadFilesAsync(tree, manifests, cancellation), rest);
        return new FoundServices(new ServiceMap(found.Services), UnreadNotes.Of(found.Unread), found.IsCertain);
    }
}

/// <summary>Into which services a repository is divided.</summary>
/// <param name="Map">The services.</param>
/// <param name="Notes">What a reader should know of how they were found.</param>
/// <param name="IsCertain">Whether they were found in manifests, all of which were read and understood.</param>
internal sealed record FoundServices(ServiceMap Map, IReadOnlyList<string> Notes, bool IsCertain)
{
    /// <summary>Services that are described one by one.</summary>
    public static FoundServices Of(IReadOnlyList<Service> services) => new(new ServiceMap(services), [], IsCertain: false);
}
