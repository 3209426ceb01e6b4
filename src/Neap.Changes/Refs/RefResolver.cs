namespace Neap.Changes;

/// <summary>Resolves names to commits: from the ref files where they can answer, else by asking git.</summary>
/// <param name="git">The repository.</param>
/// <param name="config">Its format.</param>
internal sealed class RefResolver(GitRunner git, ConfigFile config)
{
    private const string Heads = "refs/heads/";

    /// <summary>Where the name points; null for a branch without a commit.</summary>
    public async ValueTask<Tip?> FindAsync(RefName name, CancellationToken cancellation)
    {
        var answer = config.FilesHoldRefs ? new RefFiles(git.Layout).Find(name) : null;
        return answer switch
        {
            RefAnswer.Found { Tip: var tip } => tip,
            RefAnswer.Unborn => null,
            _ => await AskAsync(name, cancellation),
        };
    }

    private async Task<Tip?> AskAsync(RefName name, CancellationToken cancellation)
    {
        if (await RevParseAsync($"{name}^{{commit}}", cancellation) is { } commit)
        {
            return await NameAsync(name, new CommitId(commit), cancellation);
        }

        await git.EnsureAcceptedAsync(cancellation);
        if (name.Text is "HEAD" or "@" && await SymbolicAsync(cancellation) is { } branch
            && await RevParseAsync(branch, cancellation) is null)
        {
            return null;
        }

        // Git takes any whole id for an object, whether it is there or not.
        if (!ObjectId.TryParse(name.Text, out _) && await RevParseAsync(name.Text, cancellation) is { } thing)
        {
            var there = await git.AskAsync(["cat-file", "-t", thing.ToString()], cancellation);
            throw there.End.Succeeded ? GitFailures.NotACommit(name) : Lost(name, thing, there);
        }

        throw GitFailures.RefNotFound(name, await NearAsync(name, cancellation));
    }

    private static NeapException Lost(RefName name, ObjectId thing, GitAnswer answer) =>
        GitFailures.Unreadable($"Commit {thing}, which {name} names,", answer.End.Said);

    private async Task<ObjectId?> RevParseAsync(string expression, CancellationToken cancellation)
    {
        var answer = await git.AskAsync(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", expression], cancellation);
        return answer.End.Succeeded && ObjectId.TryParse(answer.Text, out var id) ? id : null;
    }

    private async Task<string?> SymbolicAsync(CancellationToken cancellation)
    {
        var answer = await git.AskAsync(["symbolic-ref", "--quiet", "HEAD"], cancellation);
        return answer.End.Succeeded ? answer.Text : null;
    }

    private async Task<Tip> NameAsync(RefName name, CommitId commit, CancellationToken cancellation)
    {
        if (name.Text is "HEAD" or "@")
        {
            return new Tip(RefName.Head, Short(await SymbolicAsync(cancellation)), commit);
        }

        // A RefName never starts with a dash, so it cannot be taken for an option here.
        var answer = await git.AskAsync(["rev-parse", "--verify", "--symbolic-full-name", name.Text], cancellation);
        return answer.End.Succeeded && RefName.TryParse(answer.Text, out var full)
            ? new Tip(full, Short(full.Text), commit)
            : new Tip(name, null, commit);
    }

    private static string? Short(string? full) => full is null || !full.StartsWith("refs/", StringComparison.Ordinal)
        ? full
        : full[(full.IndexOf('/', "refs/".Length) + 1)..];

    private async Task<IReadOnlyList<string>> NearAsync(RefName name, CancellationToken cancellation)
    {
        var answer = await git.AskAsync(["for-each-ref", "--format=%(refname)", Heads, "refs/remotes/"], cancellation);
        var all = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(full => Short(full)!);
        return NearNames.Of(name.Text, all);
    }
}
