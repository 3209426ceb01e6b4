namespace Drivers;

/// <summary>From what a feature says that developers did to what is done to the history.</summary>
public static class HistoryWords
{
    /// <summary>Does something to one branch.</summary>
    /// <param name="repo">The repository.</param>
    /// <param name="branch">Its name.</param>
    /// <param name="how"><c>deleted</c>, <c>squashed into one commit</c>, <c>renamed to "name"</c>, or
    /// <c>force-pushed back to commit "message"</c>.</param>
    public static void Change(this Repo repo, string branch, string how)
    {
        ArgumentNullException.ThrowIfNull(repo);
        ArgumentNullException.ThrowIfNull(how);
        switch (how.Split('"'))
        {
            case ["renamed to ", var name, _]:
                repo.RenameBranch(branch, name);
                break;
            case ["force-pushed back to commit ", var message, _]:
                repo.Move(branch, repo.Find(message));
                break;
            case ["deleted"]:
                repo.Objects.Remove($"refs/heads/{branch}");
                break;
            default:
                repo.Squash(branch);
                break;
        }
    }

    /// <summary>Brings what branches have to another branch.</summary>
    /// <param name="repo">The repository.</param>
    /// <param name="branches">One name in quotes, or two with <c>and</c> between them.</param>
    /// <param name="how"><c>merged into</c>, <c>squash-merged into</c> or <c>rebased onto</c>.</param>
    /// <param name="target">The other branch.</param>
    public static void Bring(this Repo repo, string branches, string how, string target)
    {
        ArgumentNullException.ThrowIfNull(branches);
        var names = branches.Trim('"').Split("\" and \"");
        Action bring = (how, names) switch
        {
            ("merged into", _) => () => repo.Merge(names, target),
            ("squash-merged into", [var one]) => () => repo.SquashMerge(one, target),
            ("rebased onto", [var one]) => () => repo.Rebase(one, target),
            _ => throw new SpecException($"{branches} cannot be {how} {target}."),
        };
        bring();
    }

    /// <summary>Makes a commit again, or undoes it, or puts another one into its place.</summary>
    /// <param name="repo">The repository.</param>
    /// <param name="message">The commit.</param>
    /// <param name="how"><c>cherry-picked onto</c>, <c>reverted on</c> or <c>replaced by commit</c>.</param>
    /// <param name="other">The branch, or the other commit.</param>
    public static void Redo(this Repo repo, string message, string how, string other)
    {
        switch (how)
        {
            case "cherry-picked onto":
                repo.CherryPick(message, other);
                break;
            case "reverted on":
                repo.Revert(message, other);
                break;
            default:
                repo.Replace(message, other);
                break;
        }
    }
}
