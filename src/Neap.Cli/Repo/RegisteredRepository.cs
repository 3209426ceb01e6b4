using System.Text.Json.Serialization;
using Neap.Core;

namespace Neap.Cli;

/// <summary>One repository that is followed.</summary>
/// <param name="Name">Its name in the index.</param>
/// <param name="Path">Its folder, absolute.</param>
/// <param name="Collection">The collection it goes to; null for the default.</param>
/// <param name="Ref">The ref that is followed; null for <c>HEAD</c>.</param>
internal sealed record RegisteredRepository(string Name, string Path, string? Collection, string? Ref)
{
    /// <summary>Where it was followed before; what the index holds of it there leaves when the new place is in step.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FormerPlace>? Former { get; init; }

    /// <summary>The same repository as it is wanted now: what was not said stays, and a place that it leaves is remembered.</summary>
    public RegisteredRepository With(string? name, string? collection, string? reference)
    {
        var wanted = this with { Name = name ?? Name, Collection = collection ?? Collection, Ref = reference ?? Ref };
        FormerPlace[] places = [.. Former ?? [], new FormerPlace(Name, Collection, Ref)];
        var left = places.Where(place => !place.IsAt(wanted.Name, wanted.Collection, wanted.Ref)).ToArray();
        return wanted with { Former = left.Length == 0 ? null : left };
    }

    /// <summary>Its name and those that it had: the index knows it by all of them as long as its folder is there.</summary>
    [JsonIgnore]
    public IEnumerable<string> Names => [Name, .. (Former ?? []).Select(place => place.Name)];

    /// <summary>The former places that a store was not yet cleared of.</summary>
    public IEnumerable<FormerPlace> LeftIn(string store) => (Former ?? []).Where(place => !place.IsClearedIn(store));

    /// <summary>The former places that a store was not yet cleared of the submodules of.</summary>
    public IEnumerable<FormerPlace> LeftWithSubmodulesIn(string store) =>
        (Former ?? []).Where(place => !place.IsClearedIn(store) || place.HasSubmodulesIn(store));

    /// <summary>The same repository once a store was cleared of some former places.</summary>
    /// <param name="store">The store.</param>
    /// <param name="places">The places.</param>
    /// <param name="hasSubmodules">Whether submodules of a place are still in the store.</param>
    public RegisteredRepository Cleared(
        string store, IReadOnlyList<FormerPlace> places, Func<FormerPlace, bool> hasSubmodules) => this with
    {
        Former = Former?.Select(place => places.Any(gone => gone.IsAt(place.Name, place.Collection, place.Ref))
            ? place.Cleared(store, hasSubmodules(place))
            : place).ToArray(),
    };
}

/// <summary>Where a repository was followed before; null means what <see cref="RegisteredRepository"/> means by it.</summary>
internal sealed record FormerPlace(string Name, string? Collection, string? Ref)
{
    /// <summary>The stores that were cleared of it there; whoever syncs into the place by hand later keeps that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ClearedIn { get; init; }

    /// <summary>The stores that hold nothing of it there any more but submodules, because no sync since was asked for these.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? SubmodulesIn { get; init; }

    public bool IsClearedIn(string store) => ClearedIn?.Contains(store) == true;

    public bool HasSubmodulesIn(string store) => SubmodulesIn?.Contains(store) == true;

    /// <summary>The same place once a store holds nothing of it, or nothing but submodules.</summary>
    public FormerPlace Cleared(string store, bool hasSubmodules)
    {
        string[] others = [.. (SubmodulesIn ?? []).Where(one => one != store)];
        return this with
        {
            ClearedIn = IsClearedIn(store) ? ClearedIn : [.. ClearedIn ?? [], store],
            SubmodulesIn = hasSubmodules ? [.. others, store] : others.Length > 0 ? others : null,
        };
    }

    public bool IsAt(string name, string? collection, string? reference) => (Name, Collection, Ref) == (name, collection, reference);

    /// <summary>Where that is, by what a sync takes where nothing else is said.</summary>
    public Slot SlotBy(string collection, RefName reference) => new(
        Collection ?? collection, Name, Ref is null ? reference.Text : SlotOptions.RefOf(Ref).Text);
}
