using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Specs.Runner.Generator;

/// <summary>Names in C# for titles in prose: <c>Adding 2 numbers</c> becomes <c>Adding2Numbers</c>.</summary>
internal static class Identifiers
{
    public static string Pascal(string title)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var letter in WithoutAccents(title))
        {
            if (!char.IsLetterOrDigit(letter) && letter != '_')
            {
                startsWord = true;
                continue;
            }

            name.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
        }

        return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }

    /// <summary>The test of a scenario; a class has no member of its own name.</summary>
    public static string Method(string title, string className) => Pascal(title) is var name && name == className ? name + "_" : name;

    /// <summary>The parameters for the columns of an outline: never a word of the language, never the same twice.</summary>
    public static IReadOnlyList<string> Parameters(IEnumerable<string> columns, IEnumerable<string> taken)
    {
        var known = new HashSet<string>(taken);
        var parameters = new List<string>();
        foreach (var name in columns.Select(Camel))
        {
            var free = name;
            for (var number = 1; !known.Add(free); number++)
            {
                free = $"{name}_{number}";
            }

            parameters.Add(IsWord(free) ? "@" + free : free);
        }

        return parameters;
    }

    public static string Namespace(string root, string folder) => string.Join(
        ".",
        new[] { root }.Concat(folder.Split('/').Where(part => part.Trim('.').Length > 0).Select(Pascal)));

    private static string Camel(string title)
    {
        var pascal = Pascal(title);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }

    private static bool IsWord(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;

    private static string WithoutAccents(string text) => new(text
        .Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .ToArray());
}
