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
    /// <summary>The last line of the method.</summary>
    public required int EndLine { get; init; }

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
                var (bodyLines, last) = BodyOf(lines, end);
                yield return new(file, at + 1, kind, text, bodyLines) { IsFirst = place == 0, EndLine = last + 1 };
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

    /// <summary>Lines between the braces, or of the expression behind the arrow, and where the method ends.</summary>
    private static (int Lines, int Last) BodyOf(string[] lines, int signature)
    {
        var margin = lines[signature][..^lines[signature].TrimStart().Length];
        var open = Array.IndexOf(lines, margin + "{", signature);
        var blank = Array.FindIndex(lines, signature, line => line.Trim().Length == 0 || line == "}");
        if (open < 0 || (blank >= 0 && blank < open))
        {
            return (Math.Max(1, blank - signature - 1), blank - 1);
        }

        var close = Array.IndexOf(lines, margin + "}", open);
        return (close - open - 1, close);
    }

    [GeneratedRegex("""\b(?<kind>Given|When|Then|StepDefinition)\((?<verbatim>@?)"(?<text>(?:""|\\.|[^"\\])*)"\)""")]
    private static partial Regex Attribute();
}
