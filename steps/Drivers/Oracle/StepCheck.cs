using FluentAssertions.Execution;

namespace Drivers;

/// <summary>Asks the oracle whether the index is in step, for every repository of the scenario that has the ref.</summary>
public sealed class StepCheck(
    SyncDriver sync, RepoDriver repos, IndexDriver index, IndexOracle oracle, Workspace workspace, GitCommand git, ServiceDriver services)
{
    private const int Shown = 30;

    /// <summary>
    /// The index equals the commit that a branch, a tag or a message names, apart from one file that must be absent; or it
    /// equals <c>the</c> working tree.
    /// </summary>
    /// <param name="kind"><c>branch</c>, <c>tag</c>, <c>commit</c> or <c>the</c>.</param>
    /// <param name="name">Which one.</param>
    /// <param name="apart">Nothing, or words with the path in quotes.</param>
    public Task ShouldBeInStepAsync(string kind, string name, string apart)
    {
        ArgumentNullException.ThrowIfNull(apart);
        return kind == "the" ? ShouldBeInStepWithWorkTreeAsync() : CheckAllAsync(kind, name, apart.Length > 0 ? apart.Split('"')[1] : null);
    }

    private async Task CheckAllAsync(string kind, string name, string? exceptFor)
    {
        var any = false;
        foreach (var repo in repos.All.Where(repo => repo.IsRepository))
        {
            if (RepoDriver.Resolve(repo, kind, name) is { } commit)
            {
                any = true;
                await CheckAsync(repo, name, new Goal(commit, repo.Objects.TreeOf(commit), exceptFor));
            }
        }

        if (!any)
        {
            throw new SpecException($"No repository has the {kind} \"{name}\".");
        }
    }

    /// <summary>The index equals what committing everything in the working tree would make.</summary>
    private async Task ShouldBeInStepWithWorkTreeAsync()
    {
        var repo = repos.Current;
        var tree = repo.WouldCommit(workspace);
        repo.Reopen();
        await CheckAsync(repo, "HEAD", new Goal(repo.Head, tree, null));
    }

    private async Task CheckAsync(Repo repo, string name, Goal goal)
    {
        var rest = sync.LastSettings.Collection;
        foreach (var collection in services.Collections(repo, rest))
        {
            await CheckOneAsync(repo, name, goal with { Collection = collection, Belongs = path => services.Belongs(repo, path, collection, rest) });
        }
    }

    private async Task CheckOneAsync(Repo repo, string name, Goal goal)
    {
        var commits = await index.CommitsAsync();
        var slot = SlotOf(repo, name, goal, [.. commits.Keys]);
        var state = await sync.StateAsync();
        var files = state.Files.Values.Where(file => file.Slot == slot).ToList();
        using var elsewhere = Cloning.ObjectsOfRemote(repo, workspace, git);
        var source = new OracleSource(repo.Objects, elsewhere);
        var differences = oracle.Differences(source, goal.Tree, sync.LastSettings.Rules with { Belongs = goal.Belongs }, files).ToList();
        if (goal.ExceptFor is { } path)
        {
            differences.RemoveAll(words => words.StartsWith($"{path}: cannot be indexed", StringComparison.Ordinal)
                || words == $"{path}: the index does not have it");
            differences.AddRange(files.Where(file => PathText.Show(file.Path) == path).Select(_ => $"{path}: the index has it"));
        }

        differences.AddRange(files.SelectMany(file => file.Entries).Select(entry => entry.Commit).Append(commits[slot])
            .Distinct().Where(commit => commit != goal.Commit)
            .Select(commit => $"the index names commit \"{repo.MessageOf(commit)}\" instead of \"{repo.MessageOf(goal.Commit ?? "")}\""));
        Execute.Assertion.ForCondition(differences.Count == 0).FailWith(
            "{0} is not in step ({1} differences): {2}",
            slot.ToString(), differences.Count, string.Join("\n  ", differences.Take(Shown).Prepend("")));
    }

    private IndexSlot SlotOf(Repo repo, string name, Goal goal, IReadOnlyList<IndexSlot> slots)
    {
        var names = sync.NamesOf(repo);
        var mine = slots.Where(slot => names.Contains(slot.Repository) && slot.Collection == goal.Collection).ToList();
        return mine.Find(slot => slot.Ref == name || slot.Ref == goal.Commit || slot.Ref.EndsWith($"/{name}", StringComparison.Ordinal))
            ?? mine.Find(slot => slot.Ref == "HEAD")
            ?? mine.FirstOrDefault()
            ?? throw new SpecException($"The index has nothing of \"{repo.Name}\"; it has: {string.Join(", ", slots)}.");
    }

    private sealed record Goal(string? Commit, string Tree, string? ExceptFor)
    {
        public string Collection { get; init; } = "";

        public Func<string, bool> Belongs { get; init; } = static _ => true;
    }
}
