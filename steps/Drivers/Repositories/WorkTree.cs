namespace Drivers;

/// <summary>What is checked out, and what is changed there without a commit.</summary>
public static class WorkTree
{
    /// <summary>
    /// Checks a branch, tag or commit out, or, where the kind is <c>only</c>, one folder of what is checked out; a branch may
    /// be one that has no commit yet.
    /// </summary>
    public static void CheckOut(this Repo repo, string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(repo);
        if (kind == "only")
        {
            repo.CheckOutOnly(name);
            return;
        }

        if (kind == "branch" && repo.Tip(name) is null)
        {
            repo.Git("symbolic-ref", "HEAD", $"refs/heads/{name}");
        }
        else if (kind == "branch")
        {
            repo.Git("checkout", "--quiet", "--force", name);
        }
        else
        {
            repo.Git("checkout", "--quiet", "--force", "--detach", RepoDriver.Resolve(repo, kind, name)!);
        }

        repo.HasWorkTree = true;
    }

    /// <summary>Changes files without committing them; STAGED says which of them are added to git's index.</summary>
    public static void Change(Repo repo, CommitTable contents, TextTable table)
    {
        ArgumentNullException.ThrowIfNull(repo);
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(table);
        repo.EnsureWorkTree();
        foreach (var row in table.Read("CHANGE", "FILE", "OLD FILE", "CONTENT", "STAGED"))
        {
            var change = new CommitRow("", "", "", row["CHANGE"], PathText.Read(row["FILE"]))
            {
                OldFile = PathText.Read(row["OLD FILE"]),
                Content = row["CONTENT"],
            };
            Apply(repo, contents, change);
            if (row["STAGED"] == "yes")
            {
                repo.Git("add", "--all", "--force", "--", change.File);
            }
        }
    }

    /// <summary>The tree that committing everything would make, found without touching the repository's own index.</summary>
    public static string WouldCommit(this Repo repo, Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(repo);
        ArgumentNullException.ThrowIfNull(workspace);
        var own = workspace.Folder("index-of-the-oracle");
        File.Delete(own);
        if (File.Exists(Path.Combine(repo.GitFolder, "index")))
        {
            File.Copy(Path.Combine(repo.GitFolder, "index"), own);
        }

        var input = new GitInput { Variables = new Dictionary<string, string> { ["GIT_INDEX_FILE"] = own } };
        repo.Git(input, "add", "--all");
        return System.Text.Encoding.ASCII.GetString(repo.Git(input, "write-tree")).Trim();
    }

    private static void Apply(Repo repo, CommitTable contents, CommitRow row)
    {
        var path = Path.Combine(repo.Folder, row.File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        switch (row.Change)
        {
            case "add" or "edit":
                Write(path, contents.ContentOf(row));
                break;
            case "delete":
                File.Delete(path);
                break;
            case "move":
                File.Move(Path.Combine(repo.Folder, row.OldFile), path);
                break;
            case "mode" when !OperatingSystem.IsWindows():
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) ^ UnixFileMode.UserExecute);
                break;
            default:
                throw new SpecException($"An uncommitted CHANGE is add, edit, delete, move or mode, not \"{row.Change}\".");
        }
    }

    private static void Write(string path, (byte[] Bytes, string Mode) content)
    {
        if (content.Mode == TreeItem.Link)
        {
            File.CreateSymbolicLink(path, System.Text.Encoding.UTF8.GetString(content.Bytes));
            return;
        }

        File.WriteAllBytes(path, content.Bytes);
    }
}
