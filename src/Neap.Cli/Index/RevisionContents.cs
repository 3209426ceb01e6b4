using Neap.Changes;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Reads the text of a revision's entries from git; the index keeps only where it stands.</summary>
internal sealed class RevisionContents(GitRepository? repository, WorkingTree? files) : IAsyncDisposable
{
    /// <summary>Opens the repository the revision came from; without it every text is absent.</summary>
    public static async Task<RevisionContents> OpenAsync(
        IIndexSnapshot index, Revision revision, CancellationToken cancellation)
    {
        var known = (await index.RepositoriesAsync(cancellation))
            .FirstOrDefault(repository => repository.Name == revision.Slot.Repository);
        if (known is null || !Directory.Exists(known.GitDirectory))
        {
            return new RevisionContents(null, null);
        }

        var repository = await GitRepository.OpenAsync(known.GitDirectory, new GitOptions(), cancellation);
        var files = revision.WorkingTree && repository.WorkTree is not null
            ? await WorkingTree.CaptureAsync(repository, cancellation)
            : null;
        return new RevisionContents(repository, files);
    }

    /// <summary>The text of each entry; null where repository or content are gone.</summary>
    public async Task<IReadOnlyList<string?>> TextsAsync(
        IReadOnlyList<EntryRecord> entries, CancellationToken cancellation)
    {
        var texts = new string?[entries.Count];
        if ((files?.View ?? repository) is not { } view || entries.Count == 0)
        {
            return texts;
        }

        var wanted = entries.Select((entry, i) => (entry, i)).ToLookup(item => item.entry.Blob);
        var limit = entries.Max(entry => entry.SizeBytes);
        await foreach (var batch in view.ReadBlobsAsync(wanted.Select(group => group.Key), limit, cancellation))
        {
            using (batch)
            {
                foreach (var blob in batch.Blobs.Where(blob => blob.State == RawBlobState.Present))
                {
                    Fill(texts, wanted[blob.Id], blob);
                }
            }
        }

        return texts;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (files?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (repository?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static void Fill(string?[] texts, IEnumerable<(EntryRecord Entry, int Index)> entries, RawBlob blob)
    {
        foreach (var (entry, index) in entries)
        {
            texts[index] = EntryText.Of(entry, blob.Bytes);
        }
    }
}
