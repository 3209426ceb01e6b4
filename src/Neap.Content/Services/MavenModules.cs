namespace Neap.Content;

/// <summary><c>pom.xml</c>: every <c>module</c>, those of profiles too; a module may be named by its own pom.</summary>
internal static class MavenModules
{
    public static IEnumerable<string> Folders(string text, WorkspaceTree tree) =>
        ManifestText.Xml(text)?.Descendants()
            .Where(element => element.Name.LocalName == "module")
            .Select(element => element.Value.Trim())
            .Select(module => module.EndsWith(".xml", StringComparison.Ordinal) ? module[..Math.Max(0, module.LastIndexOf('/'))] : module)
        ?? [];
}
