using Neap.Core;

namespace Neap.Cli;

/// <summary>Writes the entries of revisions, a bounded number of files at a time.</summary>
internal sealed class Export(TextWriter output, IIndexSnapshot index, TierLimits tiers, bool withText, bool withVectors)
{
    private const int FilesAtATime = 256;

    public async Task WriteAsync(Revision revision, CancellationToken cancellation)
    {
        await using var contents = withText ? await RevisionContents.OpenAsync(index, revision, cancellation) : null;
        var window = new List<EntryRecord>();
        var blobs = new HashSet<BlobId>();
        var detail = withVectors ? EntryDetail.WithVectors : EntryDetail.Plain;
        await foreach (var entry in index.EntriesAsync(revision.Slot, detail, cancellation))
        {
            if (blobs.Add(entry.Blob) && blobs.Count > FilesAtATime)
            {
                await WriteAsync(window, contents, revision, cancellation);
                window.Clear();
                blobs = [entry.Blob];
            }

            window.Add(entry);
        }

        await WriteAsync(window, contents, revision, cancellation);
    }

    private async Task WriteAsync(
        List<EntryRecord> entries, RevisionContents? contents, Revision revision, CancellationToken cancellation)
    {
        var texts = contents is null ? null : await contents.TextsAsync(entries, cancellation);
        for (var i = 0; i < entries.Count; i++)
        {
            var document = EntryDocument.Of(entries[i], revision.Content.Dimensions, tiers) with { Text = texts?[i] };
            JsonOutput.Write(output, document);
        }
    }
}
