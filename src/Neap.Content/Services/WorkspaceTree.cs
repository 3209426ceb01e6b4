using Neap.Core;

namespace Neap.Content;

/// <summary>What a tree offers to somebody who looks for services.</summary>
/// <param name="Paths">Every path of the tree.</param>
/// <param name="Manifests">Those of them that are manifests of the repository's own.</param>
/// <param name="Files">The manifests that were read so far, with their bytes.</param>
internal sealed record WorkspaceTree(
    IReadOnlyList<RepoPath> Paths, IReadOnlyList<RepoPath> Manifests, IReadOnlyDictionary<RepoPath, byte[]> Files);
