using System.Text.RegularExpressions;

namespace Neap.Content;

/// <summary><c>settings.gradle</c>: <c>include 'a', ':b:c'</c>; a project's folder is its path with slashes.</summary>
internal static partial class GradleProjects
{
    public static IEnumerable<string> Folders(string text, WorkspaceTree tree) =>
        Includes().Matches(string.Join('\n', ManifestText.Lines(text, "//")))
            .SelectMany(include => Quoted().Matches(include.Value))
            .Select(project => project.Groups[1].Value.Trim(':').Replace(':', '/'));

    [GeneratedRegex(@"^include\b(?:\s|\(|,|[""'][^""']*[""'])+", RegexOptions.Multiline)]
    private static partial Regex Includes();

    [GeneratedRegex(@"[""']([^""']+)[""']")]
    private static partial Regex Quoted();
}
