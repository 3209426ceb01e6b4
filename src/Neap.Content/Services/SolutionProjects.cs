using System.Text.RegularExpressions;

namespace Neap.Content;

/// <summary>A .NET solution, <c>.sln</c> or <c>.slnx</c>: the folders of its projects.</summary>
internal static partial class SolutionProjects
{
    public static IEnumerable<Member> Read(Manifest manifest)
    {
        var text = manifest.Text.TrimStart();
        var projects = text.StartsWith('<') ? FromXml(text) : FromText(text);
        return projects?.Select(project => new Member.In(FolderOf(project.Replace('\\', '/'))))
            ?? (IEnumerable<Member>)[new Member.Unread("is not a solution")];
    }

    private static string FolderOf(string project) => project[..Math.Max(0, project.LastIndexOf('/'))];

    private static IEnumerable<string>? FromXml(string text) =>
        ManifestText.Xml(text)?.Descendants("Project").Select(project => project.Attribute("Path")?.Value ?? "");

    private static IEnumerable<string>? FromText(string text) =>
        text.StartsWith("Microsoft Visual Studio Solution File", StringComparison.Ordinal)
            ? Projects().Matches(text).Select(project => project.Groups[1].Value)
            : null;

    /// <summary>A solution folder has no file behind it: its second text has no ending.</summary>
    [GeneratedRegex("""^Project\("\{[^}]*\}"\) = "[^"]*", "([^"]*\.[^"./\\]*proj)",""", RegexOptions.Multiline)]
    private static partial Regex Projects();
}
