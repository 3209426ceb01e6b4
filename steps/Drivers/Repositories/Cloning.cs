using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>Replaces a repository by a clone of itself; the old one becomes its remote.</summary>
public static partial class Cloning
{
    /// <summary>Clones as the words of the step say: <c>clone of depth 1</c>, <c>bare clone</c>, <c>clone without file contents</c>.</summary>
    public static Repo ReplaceByClone(this Repo repo, string kind, Workspace workspace, GitCommand git)
    {
        ArgumentNullException.ThrowIfNull(repo);
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(git);
        var remote = RemoteOf(repo, workspace);
        repo.Dispose();
        Directory.CreateDirectory(Path.GetDirectoryName(remote)!);
        Directory.Move(repo.Folder, remote);
        git.Run(workspace.Root, ["clone", "--quiet", "--no-tags", .. Options(kind), $"file://{remote}", repo.Folder]);
        if (kind != "bare clone")
        {
            MakeLocalBranches(repo.Folder, git);
        }

        repo.Reopen();
        repo.IsPartial = kind == "clone without file contents";
        repo.HasWorkTree = kind.StartsWith("clone of depth", StringComparison.Ordinal);
        return repo;
    }

    /// <summary>Where the repository's remote is.</summary>
    public static string RemoteOf(Repo repo, Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(repo);
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Folder(Path.Combine("remotes", repo.Name));
    }

    /// <summary>Takes the remote away, or brings it back.</summary>
    public static void MoveRemote(Repo repo, Workspace workspace, RemoteState state)
    {
        var here = RemoteOf(repo, workspace);
        var away = here + ".away";
        Directory.Move(state == RemoteState.Away ? here : away, state == RemoteState.Away ? away : here);
    }

    /// <summary>The objects of the repository that another was cloned from, wherever it is now; null where there is none.</summary>
    public static IGitObjects? ObjectsOfRemote(Repo repo, Workspace workspace, GitCommand git)
    {
        var here = RemoteOf(repo, workspace);
        var place = Directory.Exists(here) ? here : here + ".away";
        return Directory.Exists(place) ? new GitObjects(place, git) : null;
    }

    private static string[] Options(string kind) => kind switch
    {
        "bare clone" => ["--bare"],
        "clone without file contents" => ["--filter=blob:none", "--no-checkout"],
        _ => ["--depth", Depth().Match(kind).Value, "--no-single-branch"],
    };

    private static void MakeLocalBranches(string folder, GitCommand git)
    {
        const string Prefix = "refs/remotes/origin/";
        var lines = git.Run(folder, "for-each-ref", "--format=%(refname) %(objectname)", Prefix).Split('\n');
        foreach (var fields in lines.Where(line => line.Length > 0).Select(line => line.Split(' ')))
        {
            var branch = fields[0][Prefix.Length..];
            if (branch != "HEAD")
            {
                git.Run(folder, "update-ref", $"refs/heads/{branch}", fields[1]);
            }
        }
    }

    [GeneratedRegex("[0-9]+$")]
    private static partial Regex Depth();
}

/// <summary>Whether a remote can be reached.</summary>
public enum RemoteState
{
    /// <summary>It can.</summary>
    Here,

    /// <summary>It cannot.</summary>
    Away,
}
