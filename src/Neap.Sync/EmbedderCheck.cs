using Neap.Core;

namespace Neap.Sync;

/// <summary>A collection keeps to the embedder that it was built with.</summary>
internal static class EmbedderCheck
{
    /// <exception cref="NeapException">The collection was built with another one.</exception>
    public static async Task EnsureAsync(
        IIndexSnapshot index, string collection, ITextEmbedder embedder, CancellationToken cancellation)
    {
        foreach (var revision in await index.RevisionsAsync(cancellation))
        {
            if (revision.Slot.Collection == collection
                && (revision.Content.Embedder, revision.Content.Dimensions) != (embedder.Name, embedder.Dimensions))
            {
                throw SyncFailures.OtherEmbedder(revision.Slot, revision.Content, embedder);
            }
        }
    }
}
