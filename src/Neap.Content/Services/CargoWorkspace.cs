using Tomlyn;
using Tomlyn.Model;

namespace Neap.Content;

/// <summary><c>Cargo.toml</c>: <c>members</c> and <c>exclude</c> of the table <c>workspace</c>.</summary>
/// <remarks>As in Cargo, an excluded folder takes those below it along, and a member named in full is never excluded.</remarks>
internal static class CargoWorkspace
{
    private const string FileName = "Cargo.toml";

    /// <summary>True where it speaks of no workspace.</summary>
    public static bool IsSilent(string text) => !text.Contains("workspace", StringComparison.Ordinal);

    public static IEnumerable<Member> Read(Manifest manifest)
    {
        if (IsSilent(manifest.Text))
        {
            return [];
        }

        try
        {
            return TomlSerializer.Deserialize<TomlTable>(manifest.Text) is { } root
                && root.TryGetValue("workspace", out var workspace)
                && workspace is TomlTable table
                    ? Members(table, manifest)
                    : [];
        }
        catch (TomlException)
        {
            return [new Member.Unread("is not TOML")];
        }
    }

    private static IEnumerable<Member> Members(TomlTable workspace, Manifest manifest)
    {
        var (members, excluded) = (List(workspace, "members"), List(workspace, "exclude"));
        if (members is null || excluded is null)
        {
            return [new Member.Unread("has members that are no list of texts")];
        }

        var literal = members.Where(member => FolderPattern.Read(member).All(pattern => pattern.IsLiteral)).ToArray();
        var exceptions = excluded.Select(folder => folder.TrimEnd('/')).SelectMany(folder => (string[])[$"!{folder}", $"!{folder}/**"]);
        return FolderGlobs.Match(literal, FileName, manifest)
            .Concat(FolderGlobs.Match([.. members.Except(literal), .. exceptions], FileName, manifest));
    }

    /// <summary>A list of texts; empty where it is not there, null where it is something else.</summary>
    private static string[]? List(TomlTable table, string key)
    {
        if (!table.TryGetValue(key, out var value))
        {
            return [];
        }

        return value is TomlArray list && list.All(item => item is string) ? [.. list.Cast<string>()] : null;
    }
}
