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

    public static string Camel(string title)
    {
        var pascal = Pascal(title);
        var name = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }

    public static string Namespace(string root, string folder) => string.Join(
        ".",
        new[] { root }.Concat(folder.Split('/').Where(part => part.Trim('.').Length > 0).Select(Pascal)));

    private static string WithoutAccents(string text) => new(text
        .Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .ToArray());
}
