namespace Drivers;

/// <summary>How syncs are asked for: the settings of the scenario, by their names in the features.</summary>
public sealed class SyncSettings
{
    private static readonly Dictionary<string, string> Options = new()
    {
        ["batch size"] = "--batch-size",
        ["workers"] = "--workers",
        ["patience"] = "--wait",
        ["collection"] = "--collection",
        ["name"] = "--name",
        ["on error"] = "--on-error",
        ["service"] = "--service",
        ["repositories at a time"] = "--jobs",
        ["embedder"] = "--embedder",
        ["embedder address"] = "--embedder-url",
        ["model"] = "--embedder-model",
    };

    private static readonly Dictionary<string, string> Switches = new()
    {
        ["recurse submodules"] = "--recurse-submodules",
        ["include vendored"] = "--include-vendored",
        ["include secrets"] = "--include-secrets",
        ["dry run"] = "--dry-run",
        ["vectors only"] = "--no-lexical",
    };

    private readonly Dictionary<string, string> _values = [];

    /// <summary>The collection that syncs go to.</summary>
    public string Collection => _values.GetValueOrDefault("collection", "default");

    /// <summary>The folder, relative to the repository, where a sync is started; null for the repository named as argument.</summary>
    public string? FromFolder => _values.GetValueOrDefault("from folder");

    /// <summary>True where uncommitted work is indexed too.</summary>
    public bool IsWorkingTree => _values.GetValueOrDefault("content") == "working tree";

    /// <summary>True where one sync is about all repositories that are followed.</summary>
    public bool IsOfAllFollowed => _values.GetValueOrDefault("repositories") == "all followed";

    /// <summary>What the oracle has to know.</summary>
    public OracleRules Rules => new(_values.GetValueOrDefault("include vendored") == "yes");

    /// <summary>Set where the changes come from standard input: the folders of further repositories that they may be about.</summary>
    public IReadOnlyList<string>? Feeds { get; set; }

    /// <summary>What is followed instead of <c>HEAD</c>: its kind (branch, tag, commit) and name.</summary>
    public (string Kind, string Name)? Follows { get; set; }

    /// <summary>Takes the rows of a table SETTING | VALUE; what has no value is left to its default.</summary>
    public void Read(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Read("SETTING", "VALUE").Where(row => row["VALUE"].Length > 0))
        {
            Set(row["SETTING"], row["VALUE"]);
        }
    }

    /// <summary>Sets one.</summary>
    public void Set(string name, string value)
    {
        string[] others = ["content", "since", "from folder", "repositories", "report"];
        _values[name] = Options.ContainsKey(name) || Switches.ContainsKey(name) || others.Contains(name)
            ? value
            : throw new SpecException(
                $"There is no setting \"{name}\"; there are: {string.Join(", ", Options.Keys.Concat(Switches.Keys).Concat(others))}.");
    }

    /// <summary>A copy for one sync.</summary>
    public SyncSettings With(TextTable table)
    {
        var copy = Copy();
        copy.Read(table);
        return copy;
    }

    /// <summary>A copy for one sync with one other setting.</summary>
    public SyncSettings With(string name, string value)
    {
        var copy = Copy();
        copy.Set(name, value);
        return copy;
    }

    private SyncSettings Copy()
    {
        var copy = new SyncSettings { Follows = Follows };
        foreach (var (name, value) in _values)
        {
            copy._values[name] = value;
        }

        return copy;
    }

    /// <summary>The arguments of <c>neap index sync</c>, or of a verb that takes the same, for a repository.</summary>
    public IReadOnlyList<string> Arguments(Repo repo, string verb = "sync")
    {
        ArgumentNullException.ThrowIfNull(repo);
        if (verb == "abandon")
        {
            return ["index", verb, repo.Folder, "--json", .. _values.ContainsKey("collection") ? (string[])["--collection", Collection] : []];
        }

        var arguments = new List<string> { "index", verb };
        arguments.AddRange(Subject(repo));
        arguments.AddRange(_values.GetValueOrDefault("report") == "for people" ? [] : ["--json", "-v"]);
        arguments.AddRange(_values.Where(v => Options.ContainsKey(v.Key)).SelectMany(v => (string[])[Options[v.Key], v.Value]));
        arguments.AddRange(_values.Where(v => Switches.ContainsKey(v.Key) && v.Value == "yes").Select(v => Switches[v.Key]));
        arguments.AddRange(IsWorkingTree ? ["--working-tree"] : []);
        arguments.AddRange(_values.TryGetValue("since", out var since) ? ["--since", repo.Find(since)] : []);
        arguments.AddRange(Follows is { } followed ? ["--ref", followed.Kind == "commit" ? repo.Find(followed.Name) : followed.Name] : []);
        return arguments;
    }

    /// <summary>What a sync is about: a folder, the current one, all that are followed, or standard input.</summary>
    private string[] Subject(Repo repo)
    {
        string[] folders = IsOfAllFollowed ? ["--all"] : FromFolder is null ? [repo.Folder] : [];
        return Feeds is null ? folders : [.. folders, "--stdin", .. Feeds];
    }
}
