using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Gives up the slots where a repository was followed before, together with the sync of those where it is now.</summary>
public static class FormerSlots
{
    /// <summary>What the index still holds of former slots, and of the services that were divided from them.</summary>
    /// <param name="former">Where the repository was followed before.</param>
    /// <param name="revisions">What the index holds.</param>
    /// <param name="wanted">What is synced; none of it is given up.</param>
    public static IReadOnlyList<Revision> Find(
        IReadOnlyList<Slot> former, IReadOnlyList<Revision> revisions, IReadOnlyList<Slot> wanted)
    {
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(revisions);
        ArgumentNullException.ThrowIfNull(wanted);
        return [.. revisions.Where(revision => !wanted.Contains(revision.Slot) && former.Any(slot => IsOf(slot, revision)))];
    }

    /// <summary>What is asked for, and after it the former slots, which are emptied.</summary>
    /// <param name="requests">What is asked for; at least one.</param>
    /// <param name="former">Where the repository was followed before.</param>
    /// <param name="revisions">What the index holds.</param>
    public static IReadOnlyList<SyncRequest> With(
        IReadOnlyList<SyncRequest> requests, IReadOnlyList<Slot> former, IReadOnlyList<Revision> revisions)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var left = Find(former, revisions, [.. requests.Select(request => request.Slot)]);
        return [.. requests, .. left.Select(revision => Emptied(requests[0], revision))];
    }

    /// <summary>What is asked for a slot, asked for another one.</summary>
    /// <exception cref="FormatException">The slot follows nothing that git could resolve.</exception>
    public static SyncRequest At(SyncRequest request, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(slot);
        return request with { Collection = slot.Collection, Repository = slot.Repository, Tip = request.Tip with { Ref = RefOf(slot) } };
    }

    /// <summary>The names of what is indexed as a submodule of a repository, with the same collection and ref.</summary>
    /// <param name="parent">The repository's slot.</param>
    /// <param name="revisions">What the index holds.</param>
    public static IEnumerable<string> SubmodulesOf(Slot parent, IReadOnlyList<Revision> revisions)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(revisions);
        return revisions
            .Where(revision => revision.Slot == parent with { Repository = revision.Slot.Repository } && !revision.Commit.Value.IsNull)
            .Select(revision => revision.Slot.Repository)
            .Where(name => name.StartsWith(parent.Repository + "/", StringComparison.Ordinal));
    }

    private static bool IsOf(Slot former, Revision revision) =>
        revision.Slot == former with { Collection = revision.Slot.Collection }
        && (revision.Slot.Collection == former.Collection || !RememberedRules.ScopeOf(revision).HasRest);

    private static SyncRequest Emptied(SyncRequest request, Revision revision) =>
        At(request, revision.Slot) with { Since = null, Scope = PathScope.Nothing, Notes = [] };

    private static RefName RefOf(Slot slot) =>
        RefName.TryParse(slot.Ref, out var name) ? name : throw new FormatException($"{slot} follows nothing that git could resolve.");
}
