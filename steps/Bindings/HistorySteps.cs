using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What developers did to the history.</summary>
[Binding]
public sealed class HistorySteps(RepoDriver repos)
{
    [Given(@"^branch ""([^""]*)"" was (deleted|squashed into one commit|renamed to ""[^""]*""|force-pushed back to commit ""[^""]*"")$")]
    public void Changed(string branch, string how) => repos.Current.Change(branch, how);

    [Given(@"^branch(?:es)? (""[^""]*""(?: and ""[^""]*"")?) (?:was|were) (merged into|squash-merged into|rebased onto) ""([^""]*)""$")]
    public void Brought(string branches, string how, string target) => repos.Current.Bring(branches, how, target);

    [Given(@"^commit ""([^""]*)"" was (cherry-picked onto|replaced by commit|reverted on) ""([^""]*)""$")]
    public void Redone(string message, string how, string other) => repos.Current.Redo(message, how, other);

    [Given("the file {string} was purged from the history of {string}")]
    public void Purged(string file, string branch) => repos.Current.Purge(file, branch);

    [Given("the last commit on {string} was amended with")]
    public void Amended(string branch, TextTable changes) => repos.Amend(branch, changes);

    [Given("the last commit on {string} was reworded to {string}")]
    public void Reworded(string branch, string message) => repos.Current.Amend(branch, message, null);

    [Given("unreachable commits were pruned")]
    public void Pruned() => repos.Current.Prune();
}
