namespace Drivers;

/// <summary>Situations of a repository that only git itself can make.</summary>
public static class Situations
{
    /// <summary>Throws away what no ref leads to, reflogs included.</summary>
    public static void Prune(this Repo repo)
    {
        ArgumentNullException.ThrowIfNull(repo);
        repo.Git("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all");
        repo.Git("gc", "--quiet", "--prune=now");
        repo.Reopen();
    }

    /// <summary>Checks only one folder out.</summary>
    public static void CheckOutOnly(this Repo repo, string folder)
    {
        ArgumentNullException.ThrowIfNull(repo);
        repo.EnsureWorkTree();
        repo.Git("sparse-checkout", "set", folder);
    }

    /// <summary>Adds a second working tree on a branch, beside the repository.</summary>
    public static void AddWorkTree(this Repo repo, string branch)
    {
        ArgumentNullException.ThrowIfNull(repo);
        repo.Git("worktree", "add", "--quiet", OtherWorkTree(repo), branch);
    }

    /// <summary>Where the second working tree is.</summary>
    public static string OtherWorkTree(Repo repo)
    {
        ArgumentNullException.ThrowIfNull(repo);
        return repo.Folder + "-other-worktree";
    }

    /// <summary>Has another repository inside the working tree.</summary>
    /// <param name="repo">The repository around it.</param>
    /// <param name="kind">
    /// <c>submodule</c>, which is committed; <c>clone</c>, of which the repository around it knows nothing; or <c>a repository
    /// without a commit</c>, likewise.
    /// </param>
    /// <param name="name">The name of the other one.</param>
    /// <param name="path">Where it is put.</param>
    /// <param name="home">Where it comes from.</param>
    public static void Nest(this Repo repo, string kind, string name, string path, string home)
    {
        ArgumentNullException.ThrowIfNull(repo);
        switch (kind)
        {
            case "submodule":
                repo.AddSubmodule(name, path, home);
                break;
            case "clone":
                repo.Start(name, home);
                repo.EnsureWorkTree();
                repo.Git("clone", "--quiet", $"file://{home}", Path.Combine(repo.Folder, path));
                break;
            default:
                repo.EnsureWorkTree();
                repo.Git("init", "--quiet", Path.Combine(repo.Folder, path));
                File.WriteAllText(Path.Combine(repo.Folder, path, "README.md"), $"about {name}");
                break;
        }
    }

    /// <summary>Makes a small repository beside this one.</summary>
    private static void Start(this Repo repo, string name, string home)
    {
        Directory.CreateDirectory(home);
        File.WriteAllText(Path.Combine(home, "README.md"), $"about {name}");
        repo.Git("init", "--quiet", home);
        repo.Git("-C", home, "add", "README.md");
        repo.Git("-C", home, "commit", "--quiet", "--message", $"start {name}");
    }

    private static void AddSubmodule(this Repo repo, string name, string path, string home)
    {
        repo.Start(name, home);
        repo.EnsureWorkTree();
        repo.Git("submodule", "--quiet", "add", $"file://{home}", path);
        var message = $"add submodule {name}";
        repo.Git("commit", "--quiet", "--message", message);
        repo.Note(message, repo.NeedTip(repo.Branch!));
    }

    /// <summary>Lets one commit stand for another in every git command that honours replace refs.</summary>
    public static void Replace(this Repo repo, string original, string replacement)
    {
        ArgumentNullException.ThrowIfNull(repo);
        repo.Git("replace", repo.Find(original), repo.Find(replacement));
    }

    /// <summary>Starts a merge that stops at a conflict.</summary>
    public static void StickMerge(this Repo repo, string source, string target, string file) =>
        StuckMerge.Begin(repo, source, target, file);

    /// <summary>Gives a branch another name; <c>HEAD</c> follows.</summary>
    public static void RenameBranch(this Repo repo, string branch, string name)
    {
        ArgumentNullException.ThrowIfNull(repo);
        repo.Git("branch", "--move", branch, name);
    }
}
