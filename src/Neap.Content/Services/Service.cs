using Neap.Core;

namespace Neap.Content;

/// <summary>A part of a monorepo that is searched on its own.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Collection">Where its entries go; by default its name.</param>
/// <param name="Paths">The folders that are its own; at least one.</param>
/// <param name="Uses">Folders of shared code that its collection shows too.</param>
public sealed record Service(
    string Name, string Collection, IReadOnlyList<RepoPath> Paths, IReadOnlyList<RepoPath> Uses);
