using Neap.Core;

namespace Neap.Content;

/// <summary>Finds services in files that build tools and code reviews need anyway.</summary>
/// <remarks>
/// Each format names folders; a folder is a service of its name, or of its whole path where two folders end alike. The
/// formats add up: a Go service and an npm package in one repository are two services. Pure: it sees paths and bytes.
/// </remarks>
public static class ServiceDetector
{
    private static readonly Dictionary<string, Func<string, WorkspaceTree, IEnumerable<string>>> Formats = new(StringComparer.Ordinal)
    {
        ["pnpm-workspace.yaml"] = PnpmWorkspace.Folders,
        ["package.json"] = NpmWorkspace.Folders,
        ["Cargo.toml"] = CargoWorkspace.Folders,
        ["go.work"] = GoWorkspace.Folders,
        ["pom.xml"] = MavenModules.Folders,
        ["settings.gradle"] = GradleProjects.Folders,
        ["settings.gradle.kts"] = GradleProjects.Folders,
        ["MODULE.bazel"] = BazelPackages.Folders,
        ["WORKSPACE"] = BazelPackages.Folders,
        ["CODEOWNERS"] = CodeOwners.Folders,
        [".github/CODEOWNERS"] = CodeOwners.Folders,
        ["docs/CODEOWNERS"] = CodeOwners.Folders,
    };

    /// <summary>The paths of a tree that have to be read before services can be found in it.</summary>
    public static IReadOnlyList<RepoPath> Manifests(IEnumerable<RepoPath> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return [.. paths.Where(path => FormatOf(path.ToString()) is not null)];
    }

    /// <summary>The services of a tree, ordered by folder; none where no file names any.</summary>
    public static IReadOnlyList<Service> Detect(WorkspaceTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var folders = tree.Files.OrderBy(file => file.Key)
            .SelectMany(file => FormatOf(file.Key.ToString())!(ManifestText.Of(file.Value), tree))
            .Select(Clean)
            .Where(folder => folder is not null)
            .Select(folder => folder!.Value)
            .ToHashSet();
        folders.IntersectWith(FolderSet.Of(tree.Paths));
        var names = folders.ToLookup(folder => LastName(folder));
        return [.. folders.Order().Select(folder =>
        {
            var name = names[LastName(folder)].Count() == 1 ? LastName(folder) : folder.ToString().Replace('/', '-');
            return new Service(name, name, [folder], []);
        })];
    }

    private static Func<string, WorkspaceTree, IEnumerable<string>>? FormatOf(string path) =>
        Formats.GetValueOrDefault(path) ?? (IsSolution(path) ? SolutionProjects.Folders : null);

    /// <summary>A solution may have any name; those at the top count.</summary>
    private static bool IsSolution(string path) => !path.Contains('/', StringComparison.Ordinal)
        && (path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase));

    private static string LastName(RepoPath folder) => folder.ToString().Split('/')[^1];

    /// <summary>A folder inside the repository and not the whole of it; null for anything else.</summary>
    private static RepoPath? Clean(string folder)
    {
        var parts = folder.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");
        return RepoPath.TryParse(string.Join('/', parts), out var path) ? path : null;
    }
}
