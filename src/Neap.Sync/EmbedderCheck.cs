using Neap.Core;

namespace Neap.Sync;

/// <summary>A collection keeps to the embedder that it was built with.</summary>
/// <param name="index">What the collections hold, at one instant; it is asked once.</param>
/// <param name="embedder">The embedder at hand.</param>
internal sealed class EmbedderCheck(IIndexSnapshot index, ITextEmbedder embedder)
{
    private ILookup<string, Revision>? _others;

    /// <exception cref="NeapException">The collection was built with another one.</exception>
    public async Task EnsureAsync(string collection, CancellationToken cancellation)
    {
        _others ??= (await index.RevisionsAsync(cancellation)).Where(IsOther).ToLookup(revision => revision.Slot.Collection);
        if (_others[collection].FirstOrDefault() is { } other)
        {
            throw SyncFailures.OtherEmbedder(other.Slot, other.Content, embedder);
        }
    }

    private bool IsOther(Revision revision) =>
        (revision.Content.Embedder, revision.Content.Dimensions) != (embedder.Name, embedder.Dimensions);
}
