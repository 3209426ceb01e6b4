using System.Globalization;

namespace Drivers;

/// <summary>The repositories of a scenario and what developers do to them.</summary>
public sealed class RepoDriver(Workspace workspace, GitCommand git) : IDisposable
{
    private const string EmptyConfig = "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n";
    private readonly Dictionary<string, CommitTable> _tables = [];
    private readonly List<Repo> _all = [];
    private Dictionary<string, string> _before = [];
    private Dictionary<string, string> _after = [];

    /// <summary>All repositories in the order they were declared.</summary>
    public IReadOnlyList<Repo> All => _all;

    /// <summary>The repository declared last; the one a step means that names none.</summary>
    public Repo Current => _all.Count > 0 ? _all[^1] : throw new SpecException("The scenario has no repository yet.");

    /// <summary>An empty repository whose <c>HEAD</c> is the unborn branch main.</summary>
    /// <param name="kind"><c>repository</c>; <c>SHA-256 repository</c>; or <c>folder</c>, which is none.</param>
    /// <param name="name">Its name.</param>
    public Repo Create(string kind, string name) => kind switch
    {
        "repository" => Create(name),
        "folder" => CreatePlainFolder(name),
        _ => CreateSha256(name),
    };

    /// <summary>An empty repository that names its objects with SHA-1.</summary>
    public Repo Create(string name)
    {
        var folder = workspace.Folder(name);
        var inner = Path.Combine(folder, ".git");
        Directory.CreateDirectory(Path.Combine(inner, "objects"));
        Directory.CreateDirectory(Path.Combine(inner, "refs", "heads"));
        File.WriteAllText(Path.Combine(inner, "HEAD"), "ref: refs/heads/main\n");
        File.WriteAllText(Path.Combine(inner, "config"), EmptyConfig);
        return Add(new Repo(name, folder, git));
    }

    /// <summary>An empty repository that names its objects with SHA-256.</summary>
    private Repo CreateSha256(string name)
    {
        git.Run(workspace.Root, "init", "--quiet", "--object-format=sha256", "--initial-branch=main", workspace.Folder(name));
        return Add(new Repo(name, workspace.Folder(name), git) { IsSha256 = true });
    }

    /// <summary>A folder that is no repository.</summary>
    private Repo CreatePlainFolder(string name)
    {
        Directory.CreateDirectory(workspace.Folder(name));
        File.WriteAllText(Path.Combine(workspace.Folder(name), "notes.txt"), "Only a note.\n");
        return Add(new Repo(name, workspace.Folder(name), git));
    }

    /// <summary>The repository with a name; the current one for a blank name.</summary>
    public Repo Find(string name) => string.IsNullOrEmpty(name)
        ? Current
        : _all.Find(repo => repo.Name == name || Path.GetFileName(repo.Name) == name)
            ?? throw new SpecException($"There is no repository \"{name}\".");

    /// <summary>Makes the commits of a table, in its order.</summary>
    public void Commit(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var names = table.Headers.ToList().IndexOf("REPOSITORY");
        if (names < 0)
        {
            TableOf(Current).Apply(CommitRow.ReadAll(table));
            return;
        }

        foreach (var group in table.Rows.GroupBy(row => row[names]))
        {
            var part = new TextTable(Without(table.Headers, names), [.. group.Select(row => Without(row, names))]);
            TableOf(Find(group.Key)).Apply(CommitRow.ReadAll(part));
        }
    }

    /// <summary>Makes the commits of rows in the current repository.</summary>
    public void Commit(IReadOnlyList<CommitRow> rows) => TableOf(Current).Apply(rows);

    /// <summary>Adds one file with a commit on <c>main</c>.</summary>
    public void CommitFile(string path, string text) =>
        TableOf(Current).Apply([new CommitRow("main", "", $"add {path}", "add", path) { Content = text + "\n" }]);

    /// <summary>Adds many files with one commit: <c>file-1.py</c> and so on.</summary>
    /// <param name="count">How many; it may have commas.</param>
    /// <param name="size">Nothing where their content does not matter, or such as <c> of 2,000 bytes</c>, on <c>main</c>.</param>
    /// <param name="folder">Where.</param>
    public void CommitFiles(string count, string size, string folder)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.Length == 0)
        {
            CommitFiles(Number(count), folder);
            return;
        }

        ManyFiles.Add(Current, Number(count), Number(size.Split(' ')[2]), folder);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private void CommitFiles(int count, string folder)
    {
        var message = $"{count} files under {folder}";
        var rows = Enumerable.Range(1, count).Select(n => new CommitRow(Current.Branch ?? "main", "", message, "add", $"{folder}/file-{n}.py"));
        TableOf(Current).Apply([.. rows]);
    }

    /// <summary>Makes the last commit of a branch again with other changes.</summary>
    public void Amend(string branch, TextTable table)
    {
        var rows = CommitRow.ReadAll(table);
        Current.Amend(branch, null, TableOf(Current).Change(Current.Objects.TreeOf(Current.NeedTip(branch)), rows));
    }

    /// <summary>Makes branches where the table says.</summary>
    public void CreateBranches(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Read("BRANCH", "FROM", "LOCATION"))
        {
            Current.Objects.Point($"refs/heads/{row["BRANCH"]}", Current.NeedTip(row.Or("FROM", "main")));
        }
    }

    /// <summary>Makes tags, or moves those that exist.</summary>
    public void Tag(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Read("TAG", "COMMIT", "KIND"))
        {
            string[] kind = row.Or("KIND", "annotated") == "annotated" ? ["--annotate", "--message", row["TAG"]] : [];
            Current.Git(["tag", "--force", .. kind, row["TAG"], Current.Find(row["COMMIT"])]);
        }
    }

    /// <summary>Replaces the current repository by a clone of itself.</summary>
    public void ReplaceByClone(string kind) => Current.ReplaceByClone(kind, workspace, git);

    /// <summary>Puts another repository with one file into the current one: a <c>submodule</c>, a <c>clone</c>, or <c>a repository without a commit</c>.</summary>
    public void Nest(string kind, string name, string path) =>
        Current.Nest(kind, name, path, workspace.Folder(Path.Combine("remotes", name)));

    /// <summary>Takes the remote of the current repository away, or brings it back.</summary>
    public void MoveRemote(RemoteState state) => Cloning.MoveRemote(Current, workspace, state);

    /// <summary>Makes changes in the working tree without committing them.</summary>
    public void ChangeFiles(TextTable table) => WorkTree.Change(Current, TableOf(Current), table);

    /// <summary>Notes every file of every repository as it is before an event.</summary>
    public void Remember() => _before = Fingerprint();

    /// <summary>Notes them as the event left them, before anybody looks closer: the oracle makes objects of its own.</summary>
    public void RememberAfter() => _after = Fingerprint();

    /// <summary>No file of any repository is new, gone or other than before the event.</summary>
    public void ShouldBeUntouched()
    {
        var touched = _after.ToHashSet();
        touched.SymmetricExceptWith(_before);
        touched.Select(file => file.Key).Distinct().Should().BeEmpty("no file of a repository is touched");
    }

    /// <summary>The commit that a branch, a tag or a message names in a repository; null where it has none.</summary>
    public static string? Resolve(Repo repo, string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(repo);
        return kind switch
        {
            "branch" => repo.Tip(name),
            "tag" => repo.Objects.Resolve($"refs/tags/{name}"),
            _ => repo.Find(name),
        };
    }

    /// <summary>The message of a commit in whichever repository made it; its id where nobody noted one.</summary>
    public string MessageOf(string commit) =>
        _all.Select(repo => repo.MessageOf(commit)).FirstOrDefault(message => message != commit) ?? commit;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var repo in _all)
        {
            repo.Dispose();
        }
    }

    private Dictionary<string, string> Fingerprint() => _all
        .SelectMany(repo => new DirectoryInfo(repo.Folder).EnumerateFiles("*", SearchOption.AllDirectories))
        .ToDictionary(file => file.FullName, file => IsObject(file.FullName)
            ? $"{file.Length}"
            : $"{file.LinkTarget}{file.Length} {file.LastWriteTimeUtc.Ticks}");

    private static bool IsObject(string file) => file.Contains("/.git/objects/", StringComparison.Ordinal);

    private static List<string> Without(IReadOnlyList<string> cells, int index)
    {
        var rest = cells.ToList();
        rest.RemoveAt(index);
        return rest;
    }

    private Repo Add(Repo repo)
    {
        _all.Add(repo);
        return repo;
    }

    private CommitTable TableOf(Repo repo) =>
        _tables.TryGetValue(repo.Name, out var table) ? table : _tables[repo.Name] = new CommitTable(repo);
}
