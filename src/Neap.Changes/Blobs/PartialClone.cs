using System.Text;

namespace Neap.Changes;

/// <summary>Fetches, in one request, what a partial clone has not yet; git alone would ask its remote blob by blob.</summary>
/// <param name="git">The repository.</param>
internal sealed class PartialClone(GitRunner git)
{
    /// <summary>Fetches the blobs that are not here; returns those that no remote handed over.</summary>
    public async Task<IReadOnlySet<ObjectId>> FetchAsync(
        IReadOnlyCollection<BlobId> wanted, CancellationToken cancellation)
    {
        var absent = await AbsentAsync(wanted.Select(blob => blob.Value), cancellation);
        if (absent.Count == 0)
        {
            return absent;
        }

        foreach (var remote in await RemotesAsync(cancellation))
        {
            await FetchFromAsync(remote, absent, cancellation);
            absent = await AbsentAsync(absent, cancellation);
            if (absent.Count == 0)
            {
                break;
            }
        }

        return absent;
    }

    // Asking for one object would fetch it, on every git before 2.45. Listing what is here never does.
    private async Task<HashSet<ObjectId>> AbsentAsync(IEnumerable<ObjectId> wanted, CancellationToken cancellation)
    {
        var absent = wanted.ToHashSet();
        using var process = git.Start(
            ["cat-file", "--batch-check=%(objectname)", "--batch-all-objects", "--unordered", "--buffer"], cancellation);
        process.Input.Close();
        await foreach (var part in Records.ReadAsync<ObjectId>(process.Output, Line, cancellation))
        {
            absent.ExceptWith(part);
        }

        var end = process.End(cancellation);
        if (!end.Succeeded)
        {
            await git.EnsureAcceptedAsync(cancellation);
            throw GitFailures.Unreadable("The object database", end.Said);
        }

        return absent;
    }

    private async Task<IReadOnlyList<string>> RemotesAsync(CancellationToken cancellation)
    {
        const string before = "remote.";
        const string after = ".promisor";
        var promisors = await git.AskAsync(
            ["config", "--null", "--name-only", "--get-regexp", @"^remote\..*\.promisor$"], cancellation);
        var named = await git.AskAsync(["config", "--null", "--get", "extensions.partialClone"], cancellation);
        return
        [
            .. promisors.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(key => key[before.Length..^after.Length])
                .Concat(named.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
                .Where(remote => !remote.StartsWith('-'))
                .Distinct(),
        ];
    }

    // The request git itself makes when it needs an object of a partial clone; it writes no ref. A remote that does
    // not answer is no failure here: what did not come is reported blob by blob.
    private async Task FetchFromAsync(string remote, HashSet<ObjectId> absent, CancellationToken cancellation)
    {
        var ids = new StringBuilder();
        foreach (var id in absent)
        {
            ids.Append(id).Append('\n');
        }

        await git.AskAsync(
            [
                "-c", "fetch.negotiationAlgorithm=noop", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
                "fetch", remote, "--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no",
                "--filter=blob:none", "--stdin",
            ],
            Encoding.ASCII.GetBytes(ids.ToString()),
            cancellation);
    }

    private static int Line(ReadOnlySpan<byte> bytes, out ObjectId id)
    {
        id = default;
        var end = bytes.IndexOf((byte)'\n');
        return end >= 0 && ObjectId.TryParse(bytes[..end], out id) ? end + 1 : 0;
    }
}
