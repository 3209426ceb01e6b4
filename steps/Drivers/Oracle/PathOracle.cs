namespace Drivers;

/// <summary>
/// Which paths the index leaves out. Patterns are judged by git itself in a folder of its own; guesses by place or name
/// are a short list that holds what the features name.
/// </summary>
public sealed class PathOracle(Workspace workspace, GitCommand git)
{
    private static readonly string[] VendoredFolders = ["vendor", "node_modules", "third_party"];
    private static readonly string[] GeneratedNames = ["package-lock.json", "Cargo.lock"];
    private static readonly string[] GeneratedEndings = [".min.js", ".pb.go"];

    /// <summary>The paths that belong in the index.</summary>
    public IReadOnlySet<string> Wanted(IGitObjects objects, IReadOnlyDictionary<string, TreeItem> files, OracleRules rules)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(rules);
        var paths = files.Where(file => file.Value.Mode is TreeItem.File or TreeItem.Executable).Select(file => file.Key);
        var wanted = paths.Where(rules.Belongs).ToHashSet(StringComparer.Ordinal);
        var patterns = files.Where(file => Path.GetFileName(file.Key) is ".neapignore" or ".gitattributes").ToList();
        var folder = patterns.Count > 0 ? Judge(objects, patterns) : "";
        wanted.ExceptWith(Ignored(folder, wanted, patterns));
        if (!rules.IncludeVendored)
        {
            var marks = Marks(folder, wanted, patterns);
            wanted.RemoveWhere(path => IsForeign(path, marks));
        }

        return wanted;
    }

    private static bool IsForeign(string path, IReadOnlyDictionary<(string Path, string Attribute), string> marks)
    {
        var vendored = marks.GetValueOrDefault((path, "linguist-vendored"), "unspecified");
        var generated = marks.GetValueOrDefault((path, "linguist-generated"), "unspecified");
        return (vendored == "unspecified" ? IsVendoredByPlace(path) : IsYes(vendored))
            || (generated == "unspecified" ? IsGeneratedByName(path) : IsYes(generated));
    }

    private static bool IsYes(string mark) => mark is not ("unset" or "false");

    private static bool IsVendoredByPlace(string path) => path.Split('/')[..^1].Intersect(VendoredFolders).Any();

    private static bool IsGeneratedByName(string path) => GeneratedNames.Contains(path.Split('/')[^1])
        || GeneratedEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>An empty repository with the pattern files alone, where .neapignore plays .gitignore.</summary>
    private string Judge(IGitObjects objects, List<KeyValuePair<string, TreeItem>> patterns)
    {
        var folder = workspace.Folder("oracle-patterns");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        git.Run(workspace.Root, "init", "--quiet", folder);
        foreach (var (path, item) in patterns)
        {
            var copy = Path.Combine(folder, path.Replace(".neapignore", ".gitignore", StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, objects.ReadBlob(item.Id));
        }

        return folder;
    }

    private HashSet<string> Ignored(
        string folder, IEnumerable<string> paths, List<KeyValuePair<string, TreeItem>> patterns) =>
        patterns.Exists(file => file.Key.EndsWith(".neapignore", StringComparison.Ordinal))
            ? [.. Ask(folder, paths, "check-ignore", "--no-index", "-z", "--stdin")]
            : [];

    private Dictionary<(string Path, string Attribute), string> Marks(
        string folder, IEnumerable<string> paths, List<KeyValuePair<string, TreeItem>> patterns)
    {
        if (!patterns.Exists(file => file.Key.EndsWith(".gitattributes", StringComparison.Ordinal)))
        {
            return [];
        }

        var fields = Ask(folder, paths, "check-attr", "-z", "--stdin", "linguist-vendored", "linguist-generated");
        return fields.Chunk(3).ToDictionary(three => (three[0], three[1]), three => three[2]);
    }

    private string[] Ask(string folder, IEnumerable<string> paths, params string[] question)
    {
        var input = new GitInput
        {
            Bytes = paths.SelectMany(path => (IEnumerable<byte>)[.. PathText.Bytes(path), 0]).ToArray(),
            MayFail = true,
        };
        var answer = PathText.FromBytes(git.Run(folder, input, question));
        return answer.Split('\0')[..^1];
    }
}

/// <summary>The settings of a sync that decide what belongs in the index.</summary>
/// <param name="IncludeVendored">True where vendored and generated files were asked for.</param>
public sealed record OracleRules(bool IncludeVendored)
{
    /// <summary>Which paths belong to the collection in question; all, where the repository is not divided.</summary>
    public Func<string, bool> Belongs { get; init; } = static _ => true;
}
