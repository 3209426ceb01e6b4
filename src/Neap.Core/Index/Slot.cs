namespace Neap.Core;

/// <summary>What one revision is kept for: a repository's ref inside a collection.</summary>
/// <param name="Collection">The target index.</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="Ref">The ref it follows, in full (<c>refs/heads/main</c>) or <c>HEAD</c>.</param>
public sealed record Slot(string Collection, string Repository, string Ref)
{
    /// <summary>The collection that is used where none is named.</summary>
    public const string DefaultCollection = "default";

    /// <summary>True where the slot is in the collection, or none was named.</summary>
    public bool IsIn(string? collection) => collection is null || Collection == collection;

    /// <summary>True where the slot is the repository's, or none was named.</summary>
    public bool IsOf(string? repository) => repository is null || Repository == repository;

    /// <summary>True where the slot follows the ref, named in full or in short (<c>main</c>), or none was named.</summary>
    public bool Follows(string? reference) =>
        reference is null || Ref == reference || Ref.EndsWith("/" + reference, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Collection}/{Repository}@{Ref}";
}
