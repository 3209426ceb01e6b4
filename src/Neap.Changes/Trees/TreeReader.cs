using System.Runtime.CompilerServices;

namespace Neap.Changes;

/// <summary>Reads what trees hold and where two of them differ.</summary>
/// <param name="git">The repository.</param>
internal sealed class TreeReader(GitRunner git)
{
    /// <summary>The tree of a commit.</summary>
    public async Task<TreeId> OfAsync(CommitId commit, CancellationToken cancellation)
    {
        if (LooseCommit.TreeOf(git.Layout, commit) is { } known)
        {
            return known;
        }

        var answer = await git.AskAsync(
            ["rev-parse", "--verify", "--end-of-options", $"{commit}^{{tree}}"], cancellation);
        if (answer.End.Succeeded && ObjectId.TryParse(answer.Text, out var tree))
        {
            return new TreeId(tree);
        }

        await git.EnsureAcceptedAsync(cancellation);
        throw GitFailures.Unreadable($"Commit {commit}", answer.End.Said);
    }

    /// <summary>Every file of a tree.</summary>
    public async IAsyncEnumerable<Change.Written> ListAsync(
        TreeId tree, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var process = git.Start(["ls-tree", "-r", "-z", "--full-tree", tree.ToString()], cancellation);
        process.Input.Close();
        await foreach (var part in Records.ReadAsync<Change.Written>(process.Output, Listed, cancellation))
        {
            foreach (var file in part)
            {
                yield return file;
            }
        }

        var end = process.End(cancellation);
        if (!end.Succeeded)
        {
            await git.EnsureAcceptedAsync(cancellation);
            throw GitFailures.Unreadable($"Tree {tree}", end.Said);
        }
    }

    /// <summary>What a tree has at some paths.</summary>
    /// <remarks>The paths are given as arguments, so they are asked a hundred at a time, and taken by their letters.</remarks>
    public async Task<IReadOnlyDictionary<RepoPath, Change.Written>> FindAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation)
    {
        const int AtOnce = 100;
        var found = new Dictionary<RepoPath, Change.Written>();
        foreach (var some in paths.Where(path => IsSpeakable(path)).Chunk(AtOnce))
        {
            string[] question =
                ["--literal-pathspecs", "ls-tree", "-z", "--full-tree", tree.ToString(), "--", .. some.Select(path => path.ToString())];
            var answer = await git.AskAsync(question, cancellation);
            if (!answer.End.Succeeded)
            {
                await git.EnsureAcceptedAsync(cancellation);
                throw GitFailures.Unreadable($"Tree {tree}", answer.End.Said);
            }

            Collect(answer.Output, found);
        }

        var others = paths.Where(path => !IsSpeakable(path)).ToHashSet();
        await foreach (var file in others.Count == 0 ? AsyncEnumerable.Empty<Change.Written>() : ListAsync(tree, cancellation))
        {
            if (others.Contains(file.Path))
            {
                found[file.Path] = file;
            }
        }

        return found;
    }

    // An argument is text; a path that is not UTF-8 cannot be spelled in one, so it is looked for in the whole tree.
    private static bool IsSpeakable(RepoPath path) => System.Text.Unicode.Utf8.IsValid(path.Bytes);

    private static void Collect(ReadOnlySpan<byte> records, Dictionary<RepoPath, Change.Written> found)
    {
        foreach (var range in records.Split((byte)0))
        {
            if (records[range] is { IsEmpty: false } record && record.IndexOf(" tree "u8) != "040000".Length)
            {
                var file = TreeText.Listed(record);
                found[file.Path] = file;
            }
        }
    }

    /// <summary>The paths that differ; null where the first tree, or a part of it, is gone.</summary>
    public async Task<IReadOnlyList<Change>?> CompareAsync(TreeId from, TreeId to, CancellationToken cancellation)
    {
        if (from == to)
        {
            return [];
        }

        string[] question =
        [
            "diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", "--ignore-submodules=none",
            from.ToString(), to.ToString(),
        ];
        using var process = git.Start(question, cancellation);
        process.Input.Close();
        var changes = new List<Change>();
        await foreach (var part in Records.ReadAsync<Change>(process.Output, Compared, cancellation))
        {
            changes.AddRange(part);
        }

        var end = process.End(cancellation);
        if (end.Succeeded)
        {
            return changes;
        }

        await EnsureReadableAsync(to, cancellation);
        return null;
    }

    private async Task EnsureReadableAsync(TreeId tree, CancellationToken cancellation)
    {
        var answer = await git.AskAsync(["ls-tree", "-r", "-z", "--full-tree", tree.ToString()], cancellation);
        if (!answer.End.Succeeded)
        {
            await git.EnsureAcceptedAsync(cancellation);
            throw GitFailures.Unreadable($"Tree {tree}", answer.End.Said);
        }
    }

    private static int Listed(ReadOnlySpan<byte> bytes, out Change.Written? file)
    {
        var end = bytes.IndexOf((byte)0);
        file = end < 0 ? null : TreeText.Listed(bytes[..end]);
        return end + 1;
    }

    private static int Compared(ReadOnlySpan<byte> bytes, out Change? change)
    {
        change = null;
        var headEnd = bytes.IndexOf((byte)0);
        var pathLength = headEnd < 0 ? -1 : bytes[(headEnd + 1)..].IndexOf((byte)0);
        if (pathLength < 0)
        {
            return 0;
        }

        change = TreeText.Compared(bytes[..headEnd], bytes.Slice(headEnd + 1, pathLength));
        return headEnd + 1 + pathLength + 1;
    }
}
