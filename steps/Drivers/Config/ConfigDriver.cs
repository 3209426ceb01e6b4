using Neap.Cli;

namespace Drivers;

/// <summary>What operators and repositories configure, and what then holds.</summary>
public sealed class ConfigDriver(Workspace workspace, RepoDriver repos, NeapCommand neap)
{
    private SettingsSource? _source;
    private Reload? _reload;

    private Reload Reloaded => _reload ?? throw new SpecException("Nothing was reloaded.");

    private string Folder => repos.All.Count > 0 ? repos.Current.Folder : workspace.Root;

    /// <summary>Writes a configuration file.</summary>
    /// <param name="owner"><c>repository</c> or <c>user</c>.</param>
    /// <param name="text">What it says.</param>
    public void Write(string owner, string text)
    {
        var file = owner == "repository"
            ? Path.Combine(Folder, ".neap.json")
            : Path.Combine(workspace.Variables["XDG_CONFIG_HOME"], "neap", "config.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Writes a file that nobody commits, such as one that holds a key.</summary>
    /// <param name="name">Its place, relative to the current repository.</param>
    /// <param name="text">What it holds.</param>
    public void WriteFile(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Settings are exactly what a table says.</summary>
    /// <param name="where"><c>these settings hold</c>, for a command; <c>the server runs with</c>; <c>the reload changes</c>.</param>
    /// <param name="expected">The table.</param>
    public Task ShouldBeAsync(string where, TextTable expected)
    {
        if (where == "these settings hold")
        {
            return ShouldHoldAsync(expected);
        }

        Action<TextTable> check = where == "the server runs with" ? ShouldRunWith : ShouldHaveReloaded;
        check(expected);
        return Task.CompletedTask;
    }

    /// <summary>The settings are, for a command in the current repository, what a table SETTING | VALUE | ORIGIN says.</summary>
    private async Task ShouldHoldAsync(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var shown = await neap.RunInsideAsync(Folder, "config", "show", "--json");
        shown.ExitCode.Should().Be(0, "the settings can be shown: {0}", shown);
        var names = expected.Read("SETTING", "VALUE", "ORIGIN").Select(row => row["SETTING"]).ToHashSet();
        expected.ShouldBeExactly(
            "The settings are",
            shown.Json().Items("settings").Where(setting => names.Contains(setting.Text("key"))).Select(setting => new Dictionary<string, string>
            {
                ["SETTING"] = setting.Text("key"),
                ["VALUE"] = setting.Text("value").Replace(workspace.Root + "/", "", StringComparison.Ordinal),
                ["ORIGIN"] = setting.Text("origin"),
            }));
    }

    /// <summary>Starts something that lives on and reads its settings, as a server does, or tells it to read them again.</summary>
    public void Read(string again)
    {
        if (string.IsNullOrEmpty(again))
        {
            _source = new SettingsSource(neap.Host(Folder), Folder);
            return;
        }

        _reload = Running().Reload();
    }

    /// <summary>What holds in it now is what a table SETTING | VALUE says.</summary>
    private void ShouldRunWith(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var names = expected.Read("SETTING", "VALUE").Select(row => row["SETTING"]).ToHashSet();
        expected.ShouldBeExactly(
            "It runs with the settings",
            Running().Current.Values.Where(value => names.Contains(value.Setting.Key)).Select(value => new Dictionary<string, string>
            {
                ["SETTING"] = value.Setting.Key,
                ["VALUE"] = value.Text ?? "",
            }));
    }

    /// <summary>The reload named exactly these settings: <c>at once</c> or <c>at the next start</c>.</summary>
    private void ShouldHaveReloaded(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        expected.ShouldBeExactly("The reload changed settings", Reloaded.Changes.Select(change => new Dictionary<string, string>
        {
            ["SETTING"] = change.Setting.Key,
            ["IN FORCE"] = change.IsInForce ? "at once" : "at the next start",
        }));
    }

    /// <summary>The reload was refused with this number of problems.</summary>
    public void ShouldHaveRefused(int problems) =>
        Reloaded.Problems.Should().HaveCount(problems, "these are the problems for which the reload is refused");

    private SettingsSource Running() => _source ?? throw new SpecException("Nothing runs that has settings.");
}
