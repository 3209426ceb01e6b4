using System.Text;
using Neap.Core;

namespace Neap.Content;

/// <summary>A kind of manifest.</summary>
/// <param name="Tool">Whose it is: a manifest inside a member that the same tool knows already is that member's own affair.</param>
/// <param name="Read">Reads which members it names.</param>
internal sealed record WorkspaceFormat(string Tool, Func<Manifest, IEnumerable<Member>> Read)
{
    /// <summary>Which other manifests have to be read before this one can be.</summary>
    public Func<Manifest, IEnumerable<RepoPath>> Needs { get; init; } = _ => [];

    /// <summary>Whether a text can be told to name no member by itself.</summary>
    public Func<string, bool> IsSilent { get; init; } = _ => false;

    private static readonly WorkspaceFormat Gradle = new("Gradle", GradleProjects.Read);
    private static readonly WorkspaceFormat Bazel = new("Bazel", BazelPackages.Read);
    private static readonly WorkspaceFormat Owners = new("code owners", CodeOwners.Read);
    private static readonly WorkspaceFormat DotNet = new(".NET", SolutionProjects.Read);

    private static readonly Dictionary<string, WorkspaceFormat> Named = new(StringComparer.Ordinal)
    {
        ["pnpm-workspace.yaml"] = new("JavaScript", PnpmWorkspace.Read),
        ["package.json"] = new("JavaScript", NpmWorkspace.Read) { IsSilent = NpmWorkspace.IsSilent },
        ["Cargo.toml"] = new("Cargo", CargoWorkspace.Read) { IsSilent = CargoWorkspace.IsSilent },
        ["go.work"] = new("Go", GoWorkspace.Read),
        ["pom.xml"] = new("Maven", MavenModules.Read) { Needs = MavenModules.Needs, IsSilent = MavenModules.IsSilent },
        ["settings.gradle"] = Gradle,
        ["settings.gradle.kts"] = Gradle,
        ["MODULE.bazel"] = Bazel,
        ["WORKSPACE.bazel"] = Bazel,
        ["WORKSPACE"] = Bazel,
    };

    private static readonly HashSet<string> OwnersFolders = new(["", ".github", ".gitlab", "docs"], StringComparer.Ordinal);

    /// <summary>The kind of a file; null where it is no manifest, or none of the repository's own.</summary>
    public static WorkspaceFormat? Of(RepoPath path)
    {
        var name = Encoding.UTF8.GetString(path.FileName);
        var format = name == "CODEOWNERS" && OwnersFolders.Contains(Encoding.UTF8.GetString(path.Folder))
            ? Owners
            : Named.GetValueOrDefault(name) ?? (IsSolution(name) ? DotNet : null);
        return format is not null && OwnManifests.MayLieIn(path.Folder) ? format : null;
    }

    private static bool IsSolution(string name) =>
        name.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase);
}
