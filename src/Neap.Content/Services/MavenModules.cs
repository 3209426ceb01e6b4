using System.Xml.Linq;
using Neap.Core;

namespace Neap.Content;

/// <summary><c>pom.xml</c>: every <c>module</c>, those of profiles too; a module may be named by its own pom.</summary>
/// <remarks>A module with modules of its own only holds them together: they are members, and it is none.</remarks>
internal static class MavenModules
{
    /// <summary>True where it speaks of no modules.</summary>
    public static bool IsSilent(string text) =>
        !text.Contains("<module", StringComparison.Ordinal) && !text.Contains("<subproject", StringComparison.Ordinal);

    /// <summary>The poms of its modules: each of them says whether it only holds others together.</summary>
    public static IEnumerable<RepoPath> Needs(Manifest manifest) => (Modules(manifest.Text) ?? [])
        .Select(module => MemberFolder.Of(manifest.Folder, FolderOf(module) + "/pom.xml"))
        .Where(pom => pom is not null)
        .Select(pom => pom!.Value)
        .Intersect(manifest.Tree.Manifests);

    public static IEnumerable<Member> Read(Manifest manifest)
    {
        if (Modules(manifest.Text) is not { } modules)
        {
            return [new Member.Unread("is not well-formed XML")];
        }

        return modules.Select(module => module.Contains("${", StringComparison.Ordinal)
                ? Member.Unread.Quoting("has a module that only Maven can name,", module)
                : (Member)new Member.In(FolderOf(module)))
            .Where(member => member is not Member.In(var folder) || !HoldsOthers(folder, manifest));
    }

    private static string FolderOf(string module) => module.EndsWith(".xml", StringComparison.Ordinal)
        ? module[..Math.Max(0, module.LastIndexOf('/'))]
        : module;

    private static bool HoldsOthers(string folder, Manifest manifest) =>
        MemberFolder.Of(manifest.Folder, folder + "/pom.xml") is { } pom
        && pom != manifest.Path
        && manifest.Tree.Files.TryGetValue(pom, out var bytes)
        && Modules(ManifestText.Of(bytes)) is [_, ..];

    /// <summary>The modules as they are named, Maven 4's subprojects among them; null where the pom cannot be read.</summary>
    private static string[]? Modules(string pom)
    {
        if (IsSilent(pom))
        {
            return [];
        }

        return ManifestText.Xml(pom) is { } document
            ? [.. document.Descendants().Where(IsModule).Select(element => element.Value.Trim())]
            : null;
    }

    private static bool IsModule(XElement element) => (element.Name.LocalName, element.Parent?.Name.LocalName)
        is ("module", "modules") or ("subproject", "subprojects");
}
