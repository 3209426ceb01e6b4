using LibGit2Sharp;
using Specs.Drawings;

namespace Drivers;

/// <summary>Files that show what a scenario did, for its documentation. Looking may fail where a scenario broke what is looked at.</summary>
public sealed class EvidenceDriver(Workspace workspace, RepoDriver repos, SyncDriver sync, RunTimeline timeline, GitCommand git)
{
    private const int MostRepositories = 3;
    private const long LargestBundleBytes = 256 * 1024;
    private bool _isTaken;

    /// <summary>What the event left: commit graphs, the delta of the index, and the timeline where something went wrong.</summary>
    /// <returns>Paths of files to attach; none where the scenario has no repository, or they were given before.</returns>
    public async Task<IReadOnlyList<string>> AfterEventAsync()
    {
        if (_isTaken || !repos.All.Any(repo => repo.IsRepository))
        {
            return [];
        }

        _isTaken = true;
        var files = new List<string>();
        foreach (var repo in repos.All.Where(repo => repo.IsRepository).Take(MostRepositories))
        {
            if (Picture(repo) is { } picture)
            {
                files.Add(Save($"{repo.Name}{RepositoryPicture.FileEnding}", PictureJson.Write(picture)));
                files.Add(Save($"{repo.Name}.repo.svg", CommitGraph.Draw(picture, Frame.Image)));
            }
        }

        if (await sync.TryDeltaAsync() is { } delta)
        {
            files.Add(Save($"entries{IndexPicture.FileEnding}", PictureJson.Write(delta)));
        }

        if (timeline.HasTrouble)
        {
            var story = timeline.Picture();
            files.Add(Save($"story{TimelinePicture.FileEnding}", PictureJson.Write(story)));
            files.Add(Save("story.timeline.svg", Timeline.Draw(story, Frame.Image)));
        }

        return files;
    }

    /// <summary>What somebody needs to see a failure for himself: the command that repeats it, and the repositories.</summary>
    /// <param name="title">The scenario's title.</param>
    public IReadOnlyList<string> AfterFailure(string title)
    {
        var files = new List<string> { Save("rerun.txt", $"steps/test.sh --filter {TestFilter.ForShell(title)}\n") };
        foreach (var repo in repos.All.Where(repo => repo.IsRepository))
        {
            var bundle = Place($"{repo.Name}.bundle");
            git.Run(repo.Folder, new GitInput { MayFail = true }, "bundle", "create", "--quiet", bundle, "--all");
            if (new FileInfo(bundle) is { Exists: true, Length: <= LargestBundleBytes })
            {
                files.Add(bundle);
            }
        }

        return files;
    }

    private RepositoryPicture? Picture(Repo repo)
    {
        var run = sync.Runs.LastOrDefault(candidate => candidate.Repository == repo);
        var before = run?.Commit("from_commit") ?? "";
        try
        {
            return RepositoryEvidence.Of(repo, before, run is { ErrorKind: "" } ? run.Commit("to_commit") : before);
        }
        catch (Exception broken) when (broken is LibGit2SharpException or SpecException or IOException)
        {
            return null; // the scenario is about a repository that cannot be read
        }
    }

    private string Save(string name, byte[] bytes)
    {
        var path = Place(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Save(string name, string text)
    {
        var path = Place(name);
        File.WriteAllText(path, text);
        return path;
    }

    private string Place(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Root, "evidence")).FullName;
        return Path.Combine(folder, name.Replace('/', '-'));
    }
}
