using Neap.Core;

namespace Neap.Content;

/// <summary>What a tree offers to somebody who looks for services: its paths, and the text of a few files.</summary>
/// <param name="Paths">Every path of the tree.</param>
/// <param name="Files">The files that were asked for by <see cref="ServiceDetector.Manifests"/>, with their bytes.</param>
public sealed record WorkspaceTree(IReadOnlyList<RepoPath> Paths, IReadOnlyDictionary<RepoPath, byte[]> Files);
