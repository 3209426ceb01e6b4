
namespace Neap.Cli;

/// <summary>The length of vectors that a collection was built with, so that an embedding server need not be asked for it.</summary>
internal static class RecordedDimensions
{
    /// <summary>Null where the index or the collection does not exist yet.</summary>
    public static async Task<int?> FindAsync(
        CommandHost host, string store, string? collection, CancellationToken cancellation)
    {
        await using var index = await IndexReading.OpenOrAbsentAsync(host, store, cancellation);
        return (await index.RevisionsAsync(cancellation))
            .FirstOrDefault(revision => revision.Slot.IsIn(collection))?.Content.Dimensions;
    }
}
