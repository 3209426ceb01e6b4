using System.Text;

namespace Drivers;

/// <summary>A merge that waits for somebody to settle a conflict.</summary>
/// <param name="Ours">The commit that was checked out.</param>
/// <param name="Theirs">The commit being merged.</param>
/// <param name="Tree">What git could merge on its own.</param>
internal sealed record StuckMerge(string Ours, string Theirs, string Tree)
{
    /// <summary>Starts a merge in the working tree that cannot finish.</summary>
    public static void Begin(Repo repo, string source, string target, string file)
    {
        repo.Git("checkout", "--quiet", "--force", target);
        repo.HasWorkTree = true;
        repo.Git(new GitInput { MayFail = true }, "merge", "--no-edit", source);
        var unmerged = repo.Git("diff", "--name-only", "--diff-filter=U").Split('\n');
        if (!unmerged.Contains(file))
        {
            throw new SpecException($"Merging {source} into {target} has no conflict in {file}.");
        }
    }

    /// <summary>The merge that is stuck on a branch; null where there is none.</summary>
    public static StuckMerge? On(Repo repo, string branch)
    {
        var marker = Path.Combine(repo.GitFolder, "MERGE_HEAD");
        if (!File.Exists(marker) || repo.Branch != branch)
        {
            return null;
        }

        var theirs = File.ReadAllText(marker).Trim();
        var ours = repo.NeedTip(branch);
        var output = repo.Git(new GitInput { MayFail = true }, "merge-tree", "--write-tree", ours, theirs);
        return new StuckMerge(ours, theirs, Encoding.UTF8.GetString(output).Split('\n')[0]);
    }
}
