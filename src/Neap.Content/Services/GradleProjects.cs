namespace Neap.Content;

/// <summary>
/// <c>settings.gradle</c>: <c>include 'a', ':b:c'</c>; a project's folder is its path with slashes, or what its
/// <c>projectDir</c> says.
/// </summary>
/// <remarks>Settings are programs. What is written out is read; a name that is only made when they run is said to be unread.</remarks>
internal static class GradleProjects
{
    private const string Unnamed = "has a project that only Gradle can name,";

    private static readonly HashSet<string> FolderWords = new(
        ["new", "file", "File", "settingsDir", "rootDir", "rootProject", "projectDir", "settings", "resolve"], StringComparer.Ordinal);

    private static readonly string[] TopFolders = ["$rootDir/", "${rootDir}/", "$settingsDir/", "${settingsDir}/"];

    public static IEnumerable<Member> Read(Manifest manifest)
    {
        var pieces = GradleText.Read(manifest.Text);
        var projects = new List<Member>();
        var folders = new Dictionary<string, Member>(StringComparer.Ordinal);
        for (var at = 0; at < pieces.Length; at++)
        {
            var rest = pieces.AsSpan(at);
            if (at > 0 && pieces[at - 1].Value == ".")
            {
                continue;
            }

            if (rest[0] is { Kind: PieceKind.Word, Value: "include" or "includeFlat" })
            {
                projects.AddRange(Included(rest));
            }
            else if (Moved(rest) is { } moved)
            {
                folders[moved.Project] = moved.Folder;
            }
        }

        return projects.Select(project => project is Member.In(var path) ? FolderOf(path, folders) : project);
    }

    /// <summary>The projects of <c>include(…)</c>, as paths with colons; those of <c>includeFlat</c> lie beside the top.</summary>
    private static List<Member> Included(ReadOnlySpan<GradlePiece> call)
    {
        var at = Is(call, 1, "(") ? 2 : 1;
        if (at >= call.Length || call[at] is { Kind: PieceKind.Mark, Value: "=" or ":" or "{" or "." })
        {
            return []; // Something else that has this name.
        }

        return Listed(call[at..], call[0].Value == "includeFlat" ? "../" : "");
    }

    /// <summary>Names with commas between them; behind the last one Kotlin allows another comma.</summary>
    private static List<Member> Listed(ReadOnlySpan<GradlePiece> list, string start)
    {
        var found = new List<Member>();
        var at = 0;
        while (at < list.Length && list[at].Kind == PieceKind.Text)
        {
            var name = list[at].Value;
            found.Add(IsPlain(name) ? new Member.In(start + name) : Member.Unread.Quoting(Unnamed, name));
            if (!Is(list, at + 1, ",") || Is(list, at + 2, ")"))
            {
                return found;
            }

            at += 2;
        }

        return [.. found, Member.Unread.Quoting(Unnamed, $"include {(at < list.Length ? list[at].Value : "")}")];
    }

    /// <summary><c>project(':a').projectDir = file('b')</c>; null where the pieces are no such line.</summary>
    private static (string Project, Member Folder)? Moved(ReadOnlySpan<GradlePiece> line)
    {
        var isMove = line.Length > 7 && line[0] is { Kind: PieceKind.Word, Value: "project" } && line[2].Kind == PieceKind.Text
            && Is(line, 1, "(") && Is(line, 3, ")") && Is(line, 4, ".") && Is(line, 5, "projectDir") && Is(line, 6, "=");
        return isMove ? (line[2].Value.Trim(':'), FolderIn(line[2].Value, line[7..])) : null;
    }

    /// <summary>The folder of <c>file('b')</c>, <c>new File(settingsDir, 'b')</c> and <c>rootDir.resolve("b")</c>.</summary>
    private static Member FolderIn(string project, ReadOnlySpan<GradlePiece> value)
    {
        foreach (var piece in value)
        {
            if (piece.Kind == PieceKind.Text)
            {
                var top = Array.Find(TopFolders, start => piece.Value.StartsWith(start, StringComparison.Ordinal)) ?? "";
                var folder = piece.Value[top.Length..];
                return IsPlain(folder) ? new Member.In(folder) : Member.Unread.Quoting("has a folder that only Gradle can name,", folder);
            }

            if (piece.Kind == PieceKind.Word && !FolderWords.Contains(piece.Value))
            {
                break;
            }
        }

        return Member.Unread.Quoting("has a project whose folder only Gradle can name,", project);
    }

    /// <summary>A project lies in its parent's folder, unless a folder of its own is given.</summary>
    private static Member FolderOf(string path, Dictionary<string, Member> folders)
    {
        var project = path.Trim(':');
        var below = "";
        while (project.Length > 0)
        {
            if (folders.TryGetValue(project, out var given))
            {
                return given is Member.In(var folder) ? new Member.In(folder + below) : given;
            }

            var parent = Math.Max(0, project.LastIndexOf(':'));
            below = "/" + project[parent..].TrimStart(':') + below;
            project = project[..parent];
        }

        return new Member.In(below);
    }

    private static bool IsPlain(string name) => name.IndexOfAny(['$', '*', '{', '}']) < 0;

    private static bool Is(ReadOnlySpan<GradlePiece> pieces, int at, string value) =>
        at < pieces.Length && pieces[at].Kind != PieceKind.Text && pieces[at].Value == value;
}
