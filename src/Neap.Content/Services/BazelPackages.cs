using Neap.Core;

namespace Neap.Content;

/// <summary>A Bazel workspace: the outermost folders with a <c>BUILD</c> file; those inside them are parts of them.</summary>
internal static class BazelPackages
{
    public static IEnumerable<Member> Read(Manifest manifest)
    {
        var packages = manifest.Below(manifest.Tree.Paths.Where(IsPackage))
            .Where(path => path.Contains('/', StringComparison.Ordinal))
            .Select(path => path[..path.LastIndexOf('/')])
            .ToHashSet(StringComparer.Ordinal);
        return packages.Where(package => !Outer(package).Any(packages.Contains)).Select(package => new Member.In(package));
    }

    /// <summary>True where a file makes its folder a package.</summary>
    public static bool IsPackage(RepoPath path) => path.FileName.SequenceEqual("BUILD"u8) || path.FileName.SequenceEqual("BUILD.bazel"u8);

    private static IEnumerable<string> Outer(string folder)
    {
        for (var slash = folder.LastIndexOf('/'); slash > 0; slash = folder.LastIndexOf('/', slash - 1))
        {
            yield return folder[..slash];
        }
    }
}
