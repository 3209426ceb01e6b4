using Neap.Core;

namespace Neap.Content;

/// <summary>Reads manifests of a tree; those that cannot be had, or are too large, are left out.</summary>
/// <param name="paths">Which ones; none is asked for twice.</param>
public delegate ValueTask<IReadOnlyDictionary<RepoPath, byte[]>> ManifestReader(IReadOnlyCollection<RepoPath> paths);
