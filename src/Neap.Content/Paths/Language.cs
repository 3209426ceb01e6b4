using System.Diagnostics.CodeAnalysis;
using Neap.Core;

namespace Neap.Content;

/// <summary>The language of a file, by its name: stable lower-case names such as <c>python</c> and <c>csharp</c>.</summary>
public static class Language
{
    private const int MostNameChars = 64;

    private static readonly Dictionary<string, string> ByExtension = Index(LanguageTable.Extensions);
    private static readonly Dictionary<string, string> ByName = Index(LanguageTable.FileNames);
    private static readonly Dictionary<string, string> Aliases = Index(LanguageTable.Aliases);

    private static readonly HashSet<string> Names = [.. ByExtension.Values, .. ByName.Values];

    /// <summary>All names, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Order(StringComparer.Ordinal)];

    /// <summary>The language of a file; null where its name says nothing. Capital letters make no difference.</summary>
    public static string? Of(RepoPath path)
    {
        var name = path.FileName;
        if (name.Length > MostNameChars)
        {
            name = name[^MostNameChars..];
        }

        Span<char> text = stackalloc char[MostNameChars];
        for (var i = 0; i < name.Length; i++)
        {
            text[i] = char.ToLowerInvariant((char)name[i]);
        }

        return Of(text[..name.Length]);
    }

    /// <summary>Reads a name, a usual other name (<c>c#</c>, <c>golang</c>) or an extension (<c>py</c>, <c>.py</c>).</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? language)
    {
        var key = (text ?? "").Trim().ToLowerInvariant();
        language = Names.Contains(key) ? key
            : Aliases.GetValueOrDefault(key) ?? ByExtension.GetValueOrDefault(key.TrimStart('.'));
        return language is not null;
    }

    private static string? Of(ReadOnlySpan<char> name)
    {
        if (ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var language))
        {
            return language;
        }

        var extensions = ByExtension.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.'))
        {
            name = name[(dot + 1)..];
            if (extensions.TryGetValue(name, out language))
            {
                return language;
            }
        }

        return null;
    }

    private static Dictionary<string, string> Index(string table)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words.AsSpan(1))
            {
                index.Add(word, words[0]);
            }
        }

        return index;
    }
}
