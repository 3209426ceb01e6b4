using Neap.Core;

namespace Neap.Sync;

/// <summary>
/// Content that git named but could not hand over, or that a damaged index has lost; it is asked for again by every sync that
/// comes by until it is there.
/// </summary>
internal static class Absence
{
    public static bool Is(Standing standing) => standing
        is Standing.Lost or Standing.Skipped(SkipReason.NotInClone) or Standing.Failed(FailureCategory.FileSystem);

    /// <summary>What the index keeps of a blob that is not in the repository.</summary>
    public static BlobContent Of(BlobId blob, bool isPartialClone) => isPartialClone
        ? new BlobContent.Skipped(blob, 0, SkipReason.NotInClone)
        : new BlobContent.Failed(blob, 0, FailureCategory.FileSystem);
}
