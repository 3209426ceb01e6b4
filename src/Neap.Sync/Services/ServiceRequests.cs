using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Divides what is asked for a repository into one request a collection.</summary>
public static class ServiceRequests
{
    /// <summary>
    /// The rest's collection first, then the services' by name, then those of services that the commit no longer has:
    /// these are emptied.
    /// </summary>
    /// <param name="repository">Where the commit is read.</param>
    /// <param name="whole">What is asked; its collection is the one of everything outside the services.</param>
    /// <param name="revisions">What the index holds.</param>
    /// <param name="service">The only service to sync; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NeapException">There is no such service, or the commit describes services that cannot be.</exception>
    public static async Task<IReadOnlyList<SyncRequest>> DivideAsync(
        IRepository repository,
        SyncRequest whole,
        IReadOnlyList<Revision> revisions,
        string? service,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(revisions);
        var tree = await TreeAsync(repository, whole, cancellation);
        var last = whole.MayTakeShortcuts ? revisions.FirstOrDefault(revision => revision.Slot == whole.Slot) : null;
        var (map, notes, isCertain) = await new ServiceFinder(repository, whole.Collection, last).FindAsync(tree, cancellation);
        var scopes = map.Scopes(whole.Collection);
        if (service is not null)
        {
            var collection = CollectionOf(map, service);
            return [whole with { Collection = collection, Scope = scopes[collection], Notes = notes }];
        }

        var present = scopes.Select(scope => whole with
        {
            Collection = scope.Key,
            Scope = scope.Value,
            Notes = scope.Value.HasRest ? notes : [],
            KnowsServices = scope.Value.HasRest && isCertain,
        });
        var retired = ServiceSlots(whole, revisions)
            .Where(revision => !scopes.ContainsKey(revision.Slot.Collection))
            .Select(revision => whole with { Collection = revision.Slot.Collection, Scope = PathScope.Nothing, Since = revision.Since });
        return [.. present.OrderBy(request => request.Scope.HasRest ? "" : request.Collection, StringComparer.Ordinal), .. retired];
    }

    /// <summary>
    /// The slots that were in step when the rest was: what the services are is a matter of the commit alone, so nobody has
    /// to read them again.
    /// </summary>
    /// <param name="rest">The revision of everything outside the services, in step.</param>
    /// <param name="whole">What is asked.</param>
    /// <param name="revisions">What the index holds.</param>
    public static IReadOnlyList<Revision> Siblings(Revision rest, SyncRequest whole, IReadOnlyList<Revision> revisions)
    {
        ArgumentNullException.ThrowIfNull(rest);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(revisions);
        return [rest, .. ServiceSlots(whole, revisions)];
    }

    private static IEnumerable<Revision> ServiceSlots(SyncRequest whole, IReadOnlyList<Revision> revisions) =>
        revisions.Where(revision => revision.Slot == whole.Slot with { Collection = revision.Slot.Collection }
            && revision.Slot.Collection != whole.Collection
            && !RememberedRules.ScopeOf(revision).HasRest);

    private static async Task<TreeId> TreeAsync(IRepository repository, SyncRequest whole, CancellationToken cancellation)
    {
        var commit = whole.Tip.Commit;
        return whole.WorkingTree
            ?? (commit.Value.IsNull ? new TreeId(ObjectId.None) : await repository.TreeOfAsync(commit, cancellation));
    }

    private static string CollectionOf(ServiceMap map, string service) =>
        map.Services.FirstOrDefault(candidate => candidate.Name == service)?.Collection ?? throw new NeapException(
            FailureKind.Usage,
            map.Services.Count == 0
                ? $"The commit describes no services, so there is none named {service}."
                : $"There is no service {service}; the commit has {string.Join(", ", map.Services.Select(known => known.Name))}.",
            "Nothing was done. Services are described under \"services\" in a committed .neap.json.");
}
