namespace Drivers;

/// <summary>The repositories that are followed and synced all at once.</summary>
public sealed class FollowDriver(RepoDriver repos, SyncDriver sync, NeapCommand neap, RunLog log, Workspace workspace)
{
    /// <summary>Follows every repository of the scenario.</summary>
    public async Task FollowAllAsync()
    {
        var result = log.Note(await neap.RunAsync(workspace.Root, ["repo", "add", .. repos.All.Select(repo => repo.Folder)]));
        if (result.ExitCode != 0)
        {
            throw new SpecException($"The repositories could not be followed: {result}");
        }
    }

    /// <summary>Takes a repository off the list, and its entries out of the index.</summary>
    public async Task LeaveAsync(string name)
    {
        var result = log.Note(await neap.RunAsync(workspace.Root, ["repo", "remove", name]));
        if (result.ExitCode != 0)
        {
            throw new SpecException($"The repository could not be removed: {result}");
        }
    }

    /// <summary>Syncs every repository that is followed.</summary>
    public async Task SyncAllAsync(Tense tense)
    {
        await sync.TypeAsync(workspace.Root, ["index", "sync", "--all", "--json", "-v"]);
        sync.Document(tense);
    }

    /// <summary>Takes the git folder of a repository away; its files stay.</summary>
    public void Break(string name)
    {
        var repo = repos.Find(name);
        repo.Reopen();
        Directory.Move(repo.GitFolder, Path.Combine(repo.Folder, "lost"));
    }

    /// <summary>The list of followed repositories, as it is kept.</summary>
    public async Task ShouldBeAsync(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var file = Path.Combine(workspace.Variables["XDG_CONFIG_HOME"], "neap", "repositories.json");
        using var list = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        expected.ShouldBeExactly("The followed repositories are", list.RootElement.Items("repositories").Select(one => new Dictionary<string, string>
        {
            ["NAME"] = one.Text("name"),
            ["COLLECTION"] = one.Text("collection"),
            ["REF"] = one.Text("ref"),
        }));
    }

    /// <summary>The last sync of all failed for exactly these repositories, and says so with its exit code.</summary>
    public void ShouldHaveFailed(TextTable expected)
    {
        log.Last.IsDocumented = true;
        log.Last.ExitCode.Should().Be(1, "of {0}", log.Last);
        expected.ShouldBeExactly("Repositories failed", log.Last.Json().Items("failed_repositories").Select(failure => new Dictionary<string, string>
        {
            ["REPOSITORY"] = failure.Text("repository"),
            ["ERROR"] = failure.GetProperty("error").Text("kind"),
        }));
    }
}
