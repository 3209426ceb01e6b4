using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>The texts of search hits.</summary>
internal static class Snippets
{
    /// <summary>The text of each hit; null where repository or content are gone.</summary>
    public static async Task<IReadOnlyList<string?>> ReadAsync(
        IReadOnlyList<SearchHit> hits, IIndexSnapshot index, CancellationToken cancellation)
    {
        var snippets = new string?[hits.Count];
        var places = hits.Select((hit, i) => (hit.Entry, Index: i)).GroupBy(hit => hit.Entry.Slot);
        foreach (var group in places)
        {
            var revision = await index.FindRevisionAsync(group.Key, cancellation);
            await using var contents = await RevisionContents.OpenAsync(index, revision!, cancellation);
            var entries = group.ToArray();
            var texts = await contents.TextsAsync(entries.Select(item => item.Entry).ToArray(), cancellation);
            for (var i = 0; i < entries.Length; i++)
            {
                snippets[entries[i].Index] = texts[i];
            }
        }

        return snippets;
    }
}
