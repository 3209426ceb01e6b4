using System.Text.Json;

namespace Neap.Content;

/// <summary><c>package.json</c>: the member <c>workspaces</c>, a list of patterns or an object with <c>packages</c>.</summary>
internal static class NpmWorkspace
{
    public static IEnumerable<string> Folders(string text, WorkspaceTree tree)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return FolderGlobs.Match(Patterns(json.RootElement), "package.json", tree);
        }
        catch (JsonException)
        {
            // npm will say so; a broken manifest names no folder.
            return [];
        }
    }

    private static string[] Patterns(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("workspaces", out var list))
        {
            return [];
        }

        var packages = list.ValueKind == JsonValueKind.Object && list.TryGetProperty("packages", out var inner) ? inner : list;
        return packages.ValueKind == JsonValueKind.Array
            ? [.. packages.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
    }
}
