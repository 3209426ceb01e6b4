using System.Globalization;
using System.Text;

namespace Neap.Changes;

/// <summary>Prints what differs between two commits as JSON Lines, closed by a line that names the commit reached.</summary>
public static class ChangesFeed
{
    /// <summary>Writes the feed in UTF-8, one object a line, in the order of the paths.</summary>
    /// <exception cref="NeapException">
    /// A name is unknown (<see cref="FailureKind.RefNotFound"/>) or an object cannot be read
    /// (<see cref="FailureKind.ObjectUnreadable"/>); lines may have been written, the closing one has not.
    /// </exception>
    public static async Task WriteAsync(
        GitRepository repository, FeedRequest request, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(output);
        var from = request.Range.From is { } first ? await repository.TipAsync(first, cancellation) : null;
        var to = await repository.TipAsync(request.Range.To, cancellation)
            ?? throw GitFailures.RefNotFound(request.Range.To, []);
        var tree = await repository.TreeOfAsync(to.Commit, cancellation);
        var lines = await LinesAsync(repository, from, tree, cancellation);
        var writer = new FeedWriter(output, request);
        await WriteLinesAsync(repository, request, lines, writer, cancellation);
        var time = await TimeAsync(repository, to.Commit, cancellation);
        await writer.WriteAsync(new FeedEnd(to, from?.Commit, tree, time), cancellation);
        await output.FlushAsync(cancellation);
    }

    private static async Task<IReadOnlyList<FeedChange>> LinesAsync(
        GitRepository repository, Tip? from, TreeId tree, CancellationToken cancellation)
    {
        var before = new Dictionary<RepoPath, Change.Written>();
        var changes = new List<Change>();
        if (from is null)
        {
            await foreach (var file in repository.ListAsync(tree, cancellation))
            {
                changes.Add(file);
            }

            return FeedChanges.Of(changes, before);
        }

        var start = await repository.TreeOfAsync(from.Commit, cancellation);
        changes.AddRange(await repository.CompareAsync(start, tree, cancellation)
            ?? throw GitFailures.Unreadable($"Tree {start}", ""));
        var touched = changes.Select(change => change.Path).ToHashSet();
        await foreach (var file in repository.ListAsync(start, cancellation))
        {
            if (touched.Contains(file.Path))
            {
                before[file.Path] = file;
            }
        }

        return FeedChanges.Of(changes, before);
    }

    private static async Task WriteLinesAsync(
        GitRepository repository,
        FeedRequest request,
        IReadOnlyList<FeedChange> lines,
        FeedWriter writer,
        CancellationToken cancellation)
    {
        var reasons = lines.Select(line => Reason(line, request)).ToArray();
        var read = Enumerable.Range(0, lines.Count).Where(i => HasContent(lines[i], reasons[i])).ToArray();
        var blobs = repository.ReadBlobsAsync(
            read.Select(i => lines[i].File!.Blob), request.Tiers.ReferenceBytes, cancellation);
        var next = 0;
        await foreach (var batch in blobs)
        {
            using (batch)
            {
                foreach (var blob in batch.Blobs)
                {
                    next = await WriteBareAsync(next, blob);
                }
            }
        }

        await WriteBareAsync(next, null);

        // Lines without content up to the next one that has some, then that one.
        async Task<int> WriteBareAsync(int at, RawBlob? blob)
        {
            for (; at < lines.Count && !HasContent(lines[at], reasons[at]); at++)
            {
                await writer.WriteAsync(lines[at], reasons[at], cancellation);
            }

            if (blob is { } content)
            {
                await writer.WriteAsync(lines[at++], content, cancellation);
            }

            return at;
        }
    }

    private static bool HasContent(FeedChange line, string? reason) => line.File is not null && reason is null;

    private static string? Reason(FeedChange line, FeedRequest request) => line.File?.Mode switch
    {
        null => null,
        FileMode.SymbolicLink => Names.Of(SkipReason.SymbolicLink),
        FileMode.Submodule => Names.Of(SkipReason.Submodule),
        _ => request.Skip(line.Path),
    };

    // "committer NAME <MAIL> SECONDS ZONE", the last line of a commit's head that every commit has.
    private static async Task<DateTimeOffset> TimeAsync(
        GitRepository repository, CommitId commit, CancellationToken cancellation)
    {
        var answer = await repository.Git.AskAsync(["cat-file", "commit", commit.ToString()], cancellation);
        var line = Encoding.Latin1.GetString(answer.Output).Split('\n')
            .FirstOrDefault(line => line.StartsWith("committer ", StringComparison.Ordinal)) ?? "";
        var words = line[(line.LastIndexOf('>') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && long.TryParse(words[0], CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw GitFailures.Unreadable($"The time of commit {commit}", answer.End.Said);
    }
}
