using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Repositories as they are.</summary>
[Binding]
public sealed class RepositorySteps(RepoDriver repos)
{
    [Given(@"^(?:the checked-out (branch|commit|tag) is ""([^""]*)""|(only) ""([^""]*)"" is checked out)$")]
    public void CheckedOut(string kind, string name) => repos.Current.CheckOut(kind, name);

    [Given(@"^([\d,]+) committed files( of [\d,]+ bytes|) under ""([^""]*)""$")]
    public void CommittedFiles(string count, string size, string folder) => repos.CommitFiles(count, size, folder);

    [Given(@"^a (repository|SHA-256 repository|folder) ""([^""]*)""(?: without a repository)?$")]
    public void Repository(string kind, string name) => repos.Create(kind, name);

    [Given("a merge of {string} into {string} is stuck on a conflict in {string}")]
    public void StuckMerge(string source, string target, string file) => repos.Current.StickMerge(source, target, file);

    [Given("branch {string} is also checked out in another worktree")]
    public void OtherWorkTree(string branch) => repos.Current.AddWorkTree(branch);

    [Given("the commits")]
    public void Commits(TextTable table) => repos.Commit(table);

    [Given("the committed file {string}:")]
    public void CommittedFile(string path, string text) => repos.CommitFile(path, text);

    [Given(@"^the git object of ""([^""]*)"" was (destroyed|cut short|emptied|overwritten|overwritten in its pack|restored)$")]
    public void ChangedObject(string path, string how) => repos.Current.ChangeObject(path, how);

    [Given(@"^the repository has (submodule|clone|a repository without a commit) ""([^""]*)"" at ""([^""]*)""$")]
    public void Nested(string kind, string name, string path) => repos.Nest(kind, name, path);

    [Given(@"^the repository was replaced by a (clone of depth \d+|bare clone|clone without file contents)$")]
    public void Clone(string kind) => repos.ReplaceByClone(kind);

    [Given("the tags")]
    public void Tags(TextTable table) => repos.Tag(table);

    [Given("these uncommitted changes")]
    public void UncommittedChanges(TextTable table) => repos.ChangeFiles(table);
}
