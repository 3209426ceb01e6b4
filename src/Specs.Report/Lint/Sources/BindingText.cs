using System.Text.RegularExpressions;

namespace Specs.Report.Lint.Sources;

/// <summary>One step definition in the source of a binding class.</summary>
/// <param name="File">The path as findings name it.</param>
/// <param name="Line">The line of its first attribute, counted from 1.</param>
/// <param name="Kind">Given, When, Then or StepDefinition.</param>
/// <param name="Expression">The expression, as it is written.</param>
/// <param name="BodyLines">How many lines the method's body has.</param>
internal sealed record BindingText(string File, int Line, string Kind, string Expression, int BodyLines)
{
    /// <summary>False for the second and later attributes of one method.</summary>
    public bool IsFirst { get; init; } = true;
}

/// <summary>Finds step definitions in C# by their attributes; the suite's own layout is what makes that safe.</summary>
internal static partial class BindingSources
{
    public static IEnumerable<BindingText> Read(string folder, Func<string, string> nameOf) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Parse(nameOf(file), File.ReadAllText(file)));

    public static IEnumerable<BindingText> Parse(string file, string source)
    {
        var lines = source.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].TrimStart().StartsWith('['))
            {
                continue;
            }

            var end = EndOfAttributes(lines, at);
            var attributes = Attribute().Matches(string.Join('\n', lines[at..end]));
            for (var place = 0; place < attributes.Count; place++)
            {
                var (kind, text) = (attributes[place].Groups["kind"].Value, ExpressionOf(attributes[place]));
                yield return new(file, at + 1, kind, text, BodyLines(lines, end)) { IsFirst = place == 0 };
            }

            at = end;
        }
    }

    private static string ExpressionOf(Match attribute)
    {
        var text = attribute.Groups["text"].Value;
        return attribute.Groups["verbatim"].Length > 0
            ? text.Replace("\"\"", "\"", StringComparison.Ordinal)
            : Regex.Unescape(text);
    }

    /// <summary>The line of the method's own signature.</summary>
    private static int EndOfAttributes(string[] lines, int at)
    {
        while (at + 1 < lines.Length && lines[at].TrimStart().StartsWith('['))
        {
            at++;
        }

        return at;
    }

    /// <summary>Lines between the braces, or of the expression behind the arrow; members stand apart by a blank line.</summary>
    private static int BodyLines(string[] lines, int signature)
    {
        var indent = lines[signature].Length - lines[signature].TrimStart().Length;
        var margin = new string(' ', indent);
        var open = Array.IndexOf(lines, margin + "{", signature);
        var blank = Array.FindIndex(lines, signature, line => line.Trim().Length == 0 || line == "}");
        return open >= 0 && (blank < 0 || open < blank)
            ? Array.IndexOf(lines, margin + "}", open) - open - 1
            : Math.Max(1, blank - signature - 1);
    }

    [GeneratedRegex("""\b(?<kind>Given|When|Then|StepDefinition)\((?<verbatim>@?)"(?<text>(?:""|\\.|[^"\\])*)"\)""")]
    private static partial Regex Attribute();
}
