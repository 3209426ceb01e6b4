using System.Text.Json;

namespace Neap.Content;

/// <summary><c>package.json</c>: the member <c>workspaces</c>, a list of patterns or an object with <c>packages</c>.</summary>
internal static class NpmWorkspace
{
    /// <summary>True where it speaks of no workspaces.</summary>
    public static bool IsSilent(string text) => !text.Contains("\"workspaces\"", StringComparison.Ordinal);

    public static IEnumerable<Member> Read(Manifest manifest)
    {
        if (IsSilent(manifest.Text))
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(manifest.Text);
            return Patterns(json.RootElement) is { } patterns
                ? FolderGlobs.Match(patterns, "package.json", manifest)
                : [new Member.Unread("has workspaces that are no list of texts")];
        }
        catch (JsonException)
        {
            return [new Member.Unread("is not JSON")];
        }
    }

    /// <summary>The patterns; empty where there are none, null where they are something else.</summary>
    private static string[]? Patterns(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("workspaces", out var list))
        {
            return [];
        }

        if (list.ValueKind == JsonValueKind.Object && !list.TryGetProperty("packages", out list))
        {
            return [];
        }

        return list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : null;
    }
}
