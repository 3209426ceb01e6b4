using LibGit2Sharp;

namespace Drivers;

/// <summary>What developers do to history: merge, rebase, squash, reword, revert. Done by libgit2, without a working tree.</summary>
public static class History
{
    /// <summary>Merges branches into another; one that is only ahead is a fast-forward, two are one octopus commit.</summary>
    public static void Merge(this Repo repo, IReadOnlyList<string> sources, string target)
    {
        ArgumentNullException.ThrowIfNull(repo);
        ArgumentNullException.ThrowIfNull(sources);
        var ours = repo.NeedTip(target);
        var theirs = sources.Select(repo.NeedTip).ToList();
        if (theirs.Count == 1 && repo.BaseOf(ours, theirs[0]) == ours)
        {
            repo.Move(target, theirs[0]);
            return;
        }

        var tree = theirs.Aggregate((Commit: ours, Tree: ""), (merged, next) => repo.MergeStep(merged.Commit, next)).Tree;
        var message = $"merge {string.Join(" and ", sources)} into {target}";
        repo.Move(target, repo.Commit(new NewCommit(tree, message, [ours, .. theirs])));
    }

    /// <summary>Brings a branch's changes over as one ordinary commit.</summary>
    public static void SquashMerge(this Repo repo, string source, string target)
    {
        ArgumentNullException.ThrowIfNull(repo);
        var ours = repo.NeedTip(target);
        var tree = repo.MergedTree(ours, repo.NeedTip(source));
        repo.Move(target, repo.Commit(new NewCommit(tree, $"squash-merge {source} into {target}", ours)));
    }

    /// <summary>Makes a branch's own commits again on top of another branch.</summary>
    public static void Rebase(this Repo repo, string branch, string onto)
    {
        ArgumentNullException.ThrowIfNull(repo);
        var tip = repo.NeedTip(onto);
        foreach (var commit in repo.Commits(repo.NeedTip(branch), tip))
        {
            tip = repo.Commit(new NewCommit(repo.Picked(commit, tip), commit.Message.TrimEnd('\n'), tip));
        }

        repo.Move(branch, tip);
    }

    /// <summary>Makes one commit of all that a branch has on top of main; of main itself, one root commit.</summary>
    public static void Squash(this Repo repo, string branch)
    {
        ArgumentNullException.ThrowIfNull(repo);
        var tip = repo.NeedTip(branch);
        var start = branch == "main" ? null : repo.BaseOf(tip, repo.NeedTip("main"));
        IReadOnlyList<string> parents = start is null ? [] : [start];
        repo.Move(branch, repo.Commit(new NewCommit(repo.Objects.TreeOf(tip), $"squash {branch}", parents)));
    }

    /// <summary>Makes the last commit again with another message, tree or both.</summary>
    public static void Amend(this Repo repo, string branch, string? message, string? tree)
    {
        ArgumentNullException.ThrowIfNull(repo);
        var tip = repo.NeedTip(branch);
        var made = new NewCommit(tree ?? repo.Objects.TreeOf(tip), message ?? repo.MessageOf(tip), repo.Objects.ParentsOf(tip));
        repo.Move(branch, repo.Commit(made));
    }

    /// <summary>Undoes a commit with another one.</summary>
    public static void Revert(this Repo repo, string message, string branch)
    {
        ArgumentNullException.ThrowIfNull(repo);
        var (objects, tip) = (repo.Lib(), repo.NeedTip(branch));
        var result = objects.Repository.ObjectDatabase.RevertCommit(
            objects.Find<Commit>(repo.Find(message)), objects.Find<Commit>(tip), 0, new MergeTreeOptions());
        repo.Move(branch, repo.Commit(new NewCommit(Settled(result, $"reverting {message}"), $"revert {message}", tip)));
    }

    /// <summary>Copies a commit onto a branch.</summary>
    public static void CherryPick(this Repo repo, string message, string branch)
    {
        ArgumentNullException.ThrowIfNull(repo);
        var tip = repo.NeedTip(branch);
        var original = repo.Find(message);
        var tree = repo.Picked(repo.Lib().Find<Commit>(original), tip);
        var copy = repo.Commit(new NewCommit(tree, message, tip));
        repo.Note(message, original);
        repo.Move(branch, copy);
    }

    /// <summary>Makes every commit of a branch again without a file, as a history filter does.</summary>
    public static void Purge(this Repo repo, string file, string branch)
    {
        ArgumentNullException.ThrowIfNull(repo);
        var made = new Dictionary<string, string>();
        foreach (var commit in repo.Commits(repo.NeedTip(branch), null))
        {
            var files = TreeFiles.Read(repo.Objects, commit.Tree.Sha);
            files.Remove(file);
            var parents = commit.Parents.Select(parent => made[parent.Sha]).ToList();
            made[commit.Sha] = repo.Commit(
                new NewCommit(TreeFiles.Write(repo.Objects, files), commit.Message.TrimEnd('\n'), parents));
        }

        repo.Move(branch, made[repo.NeedTip(branch)]);
    }

    private static (string Commit, string Tree) MergeStep(this Repo repo, string ours, string theirs)
    {
        var tree = repo.MergedTree(ours, theirs);
        return (repo.Commit(new NewCommit(tree, "(on the way to an octopus)", ours, theirs)), tree);
    }

    private static string MergedTree(this Repo repo, string ours, string theirs)
    {
        var objects = repo.Lib();
        return Settled(
            objects.Repository.ObjectDatabase.MergeCommits(
                objects.Find<Commit>(ours), objects.Find<Commit>(theirs), new MergeTreeOptions()),
            "the merge");
    }

    private static string Picked(this Repo repo, Commit commit, string onto) => Settled(
        repo.Lib().Repository.ObjectDatabase.CherryPickCommit(
            commit, repo.Lib().Find<Commit>(onto), 0, new MergeTreeOptions()),
        $"copying \"{commit.MessageShort}\"");

    private static string Settled(MergeTreeResult result, string what) =>
        result.Status == MergeTreeStatus.Succeeded ? result.Tree.Sha : throw new SpecException($"There is a conflict in {what}.");

    private static string? BaseOf(this Repo repo, string one, string other)
    {
        var objects = repo.Lib();
        return objects.Repository.ObjectDatabase.FindMergeBase(objects.Find<Commit>(one), objects.Find<Commit>(other))?.Sha;
    }

    private static List<Commit> Commits(this Repo repo, string of, string? without)
    {
        const CommitSortStrategies Oldest = CommitSortStrategies.Topological | CommitSortStrategies.Reverse;
        var filter = new CommitFilter { IncludeReachableFrom = of, ExcludeReachableFrom = without, SortBy = Oldest };
        return [.. repo.Lib().Repository.Commits.QueryBy(filter)];
    }

    private static LibGitObjects Lib(this Repo repo) => repo.Objects as LibGitObjects
        ?? throw new SpecException("libgit2 cannot rewrite a SHA-256 repository; make the commits with a table.");
}
