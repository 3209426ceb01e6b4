namespace Drivers;

/// <summary>The repositories that are followed and synced all at once.</summary>
public sealed class FollowDriver(RepoDriver repos, SyncDriver sync, NeapCommand neap, RunLog log, Workspace workspace)
{
    private static readonly Dictionary<string, string> Places = new()
    {
        ["in collection"] = "--collection",
        ["on branch"] = "--ref",
        ["as"] = "--name",
    };

    /// <summary>Follows every repository of the scenario.</summary>
    public Task FollowAllAsync() => HaveRunAsync(["add", .. repos.All.Select(repo => repo.Folder)]);

    /// <summary>
    /// Follows a repository somewhere else from now on: <c>in collection "carts"</c>, <c>on branch "next"</c>,
    /// <c>as "baskets"</c>; or <c>no longer</c>, which takes its entries out of the index.
    /// </summary>
    public Task FollowAsync(string name, string how)
    {
        ArgumentNullException.ThrowIfNull(how);
        return how.Split('"') is [var place, var value, _]
            ? HaveRunAsync(["add", repos.Find(name).Folder, Places[place.Trim()], value])
            : HaveRunAsync(["remove", name]);
    }

    /// <summary>Follows the first repositories of the scenario, each by a process of its own; all start at the same moment.</summary>
    public async Task FollowTogetherAsync(int count)
    {
        var processes = repos.All.Take(count).Select(repo => neap.Start(workspace.Root, ["repo", "add", repo.Folder])).ToList();
        foreach (var process in processes)
        {
            using (process)
            {
                var result = log.Note(await process.EndAsync());
                result.ExitCode.Should().Be(0, "each of them follows its repository: {0}", result);
            }
        }
    }

    private async Task HaveRunAsync(string[] arguments)
    {
        var result = log.Note(await neap.RunAsync(workspace.Root, ["repo", .. arguments]));
        result.ExitCode.Should().Be(0, "the list of repositories is part of the world before: {0}", result);
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
