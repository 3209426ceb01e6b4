namespace Neap.Core;

/// <summary>What one revision is kept for: a repository's ref inside a collection.</summary>
/// <param name="Collection">The target index.</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="Ref">The ref it follows, in full (<c>refs/heads/main</c>) or <c>HEAD</c>.</param>
public sealed record Slot(string Collection, string Repository, string Ref)
{
    /// <summary>The collection that is used where none is named.</summary>
    public const string DefaultCollection = "default";

    /// <inheritdoc/>
    public override string ToString() => $"{Collection}/{Repository}@{Ref}";
}
