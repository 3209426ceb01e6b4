using Neap.Core;

namespace Neap.Sync;

/// <summary>What every part of a feed is worked with.</summary>
/// <param name="Store">The index.</param>
/// <param name="Staging">Keeps lines aside; null in a dry run, which keeps nothing.</param>
/// <param name="Rules">How content is read.</param>
/// <param name="Options">Limits, workers and batches.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Stop">Asks to begin nothing further.</param>
internal sealed record FeedEngine(
    IIndexStore Store,
    IStagingStore? Staging,
    ReadingRules Rules,
    SyncOptions Options,
    FeedSyncRequest Request,
    CancellationToken Stop)
{
    /// <summary>The rules for content in force.</summary>
    public ContentKey Key => Rules.Key;

    /// <summary>True where nothing may be written.</summary>
    public bool IsDry => Staging is null;
}
