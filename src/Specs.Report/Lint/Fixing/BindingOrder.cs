using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Fixing;

/// <summary>The order of step definitions in a file: Given, When, Then, each by its text.</summary>
internal static class BindingOrder
{
    private static readonly string[] Kinds = ["Given", "When", "Then", "StepDefinition"];

    public static int Compare(BindingText one, BindingText two)
    {
        var byKind = Array.IndexOf(Kinds, one.Kind).CompareTo(Array.IndexOf(Kinds, two.Kind));
        return byKind != 0
            ? byKind
            : string.Compare(one.Expression.TrimStart('^'), two.Expression.TrimStart('^'), StringComparison.Ordinal);
    }

    /// <summary>The source with its definitions in order; everything else stays where it is.</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="definitions">The definitions of this file, in the order of their lines.</param>
    public static string Sort(string source, IReadOnlyList<BindingText> definitions)
    {
        var lines = source.Split('\n').ToList();
        var sorted = definitions
            .Order(Comparer<BindingText>.Create(Compare))
            .Select(one => lines[(StartOf(lines, one) - 1)..one.EndLine])
            .ToArray();
        foreach (var (slot, block) in definitions.Zip(sorted).Reverse())
        {
            var start = StartOf(lines, slot) - 1;
            lines.RemoveRange(start, slot.EndLine - start);
            lines.InsertRange(start, block);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Comments above a definition belong to it.</summary>
    private static int StartOf(List<string> lines, BindingText definition)
    {
        var start = definition.Line;
        while (start > 1 && lines[start - 2].TrimStart().StartsWith("//", StringComparison.Ordinal))
        {
            start--;
        }

        return start;
    }
}
