using Neap.Core;

namespace Neap.Sync;

/// <summary>The skip reasons that a file's content gives, not its path.</summary>
internal static class ContentReasons
{
    public static bool Has(SkipReason reason) => reason
        is SkipReason.Binary or SkipReason.LfsPointer or SkipReason.TooLarge or SkipReason.Secret;
}
