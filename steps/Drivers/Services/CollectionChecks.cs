using System.Globalization;

namespace Drivers;

/// <summary>Compares the index collection by collection with what a table says.</summary>
public sealed class CollectionChecks(SyncDriver sync, RepoDriver repos, NeapCommand neap)
{
    /// <summary>The event changed exactly these collections; a file that moves inside one counts as added and as removed.</summary>
    public async Task ShouldHaveChangedAsync(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var changes = (await sync.DeltaAsync()).GroupBy(change => change.File.Slot.Collection);
        expected.ShouldBeExactly("The collections changed", changes.Select(group => new Dictionary<string, string>
        {
            ["COLLECTION"] = group.Key,
            ["ADDED"] = Count(group, "added", "moved"),
            ["UPDATED"] = Count(group, "updated"),
            ["REMOVED"] = Count(group, "removed", "moved"),
        }));
    }

    /// <summary>The index has exactly these collections with this many files each.</summary>
    public async Task ShouldBeAsync(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var files = (await sync.StateAsync()).Files.Values.GroupBy(file => file.Slot.Collection);
        expected.ShouldBeExactly("The collections are", files.Select(group => new Dictionary<string, string>
        {
            ["COLLECTION"] = group.Key,
            ["DOCUMENTS"] = group.Count().ToString(CultureInfo.InvariantCulture),
            ["REPOSITORIES"] = string.Join(", ", group.Select(file => file.Slot.Repository).Distinct().Order(StringComparer.Ordinal)),
        }));
    }

    /// <summary>The next sync would change exactly these files: what it says of itself when it is made without writing.</summary>
    public async Task ShouldWaitAsync(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var waiting = new List<Dictionary<string, string>>();
        foreach (var repo in repos.All)
        {
            var look = await neap.RunInsideAsync(repo.Folder, [.. sync.Settings.Arguments(repo), "--dry-run"]);
            var report = new RunReport(look, repo);
            waiting.AddRange(report.Parts.SelectMany(part => part.Items("changes").Where(change => change.Text("change") != "skipped").Select(change => new Dictionary<string, string>
            {
                ["SERVICE"] = part.Text("collection"),
                ["FILE"] = change.Text("path"),
                ["REPOSITORY"] = part.Text("repository"),
            })));
        }

        expected.ShouldBeExactly("Files wait for a sync", waiting);
    }

    private static string Count(IEnumerable<IndexChange> changes, params string[] kinds) =>
        changes.Count(change => kinds.Contains(change.Kind)).ToString(CultureInfo.InvariantCulture);
}
