using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What developers did to the history.</summary>
[Binding]
public sealed class HistorySteps(RepoDriver repos)
{
    [Given("branch {string} was deleted")]
    public void Deleted(string branch) => repos.Current.Objects.Remove($"refs/heads/{branch}");

    [Given("branch {string} was force-pushed back to commit {string}")]
    public void ForcePushed(string branch, string message) => repos.Current.Move(branch, repos.Current.Find(message));

    [Given("branch {string} was merged into {string}")]
    public void Merged(string source, string target) => repos.Current.Merge([source], target);

    [Given("branch {string} was rebased onto {string}")]
    public void Rebased(string branch, string onto) => repos.Current.Rebase(branch, onto);

    [Given("branch {string} was renamed to {string}")]
    public void Renamed(string branch, string name) => repos.Current.RenameBranch(branch, name);

    [Given("branch {string} was squash-merged into {string}")]
    public void SquashMerged(string source, string target) => repos.Current.SquashMerge(source, target);

    [Given("branch {string} was squashed into one commit")]
    public void Squashed(string branch) => repos.Current.Squash(branch);

    [Given("branches {string} and {string} were merged into {string}")]
    public void OctopusMerged(string one, string other, string target) => repos.Current.Merge([one, other], target);

    [Given("commit {string} was cherry-picked onto {string}")]
    public void CherryPicked(string message, string branch) => repos.Current.CherryPick(message, branch);

    [Given("commit {string} was replaced by commit {string}")]
    public void Replaced(string original, string replacement) => repos.Current.Replace(original, replacement);

    [Given("commit {string} was reverted on {string}")]
    public void Reverted(string message, string branch) => repos.Current.Revert(message, branch);

    [Given("the file {string} was purged from the history of {string}")]
    public void Purged(string file, string branch) => repos.Current.Purge(file, branch);

    [Given("the last commit on {string} was amended with")]
    public void Amended(string branch, TextTable changes) => repos.Amend(branch, changes);

    [Given("the last commit on {string} was reworded to {string}")]
    public void Reworded(string branch, string message) => repos.Current.Amend(branch, message, null);

    [Given("unreachable commits were pruned")]
    public void Pruned() => repos.Current.Prune();
}
