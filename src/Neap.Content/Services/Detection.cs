using Neap.Core;

namespace Neap.Content;

/// <summary>What was found in the manifests of a tree.</summary>
/// <param name="Services">The services, ordered by folder.</param>
/// <param name="Unread">What could not be understood, in the order of the manifests.</param>
/// <param name="Absent">How many manifests could not be had, or are too large to be read.</param>
public sealed record Detection(IReadOnlyList<Service> Services, IReadOnlyList<UnreadManifest> Unread, int Absent)
{
    /// <summary>True where nothing was left open: the same manifests name the same folders always.</summary>
    public bool IsCertain => Unread.Count == 0 && Absent == 0;
}

/// <summary>A part of a manifest that could not be understood, so that folders may be missing among the services.</summary>
/// <param name="Path">The manifest.</param>
/// <param name="What">What it does, as it follows the path in a sentence; parts of it are the manifest's own words.</param>
public sealed record UnreadManifest(RepoPath Path, string What);
