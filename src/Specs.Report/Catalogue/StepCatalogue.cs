using System.Text;
using Specs.Report.Lint.Sources;

namespace Specs.Report.Catalogue;

/// <summary>The catalogue as Markdown: a table for Given, When and Then, by the text of the step.</summary>
internal static class StepCatalogue
{
    private static readonly string[] Kinds = ["Given", "When", "Then", "StepDefinition"];

    public static string Write(
        IReadOnlyList<BindingText> bindings,
        IReadOnlyDictionary<string, IReadOnlyList<(string File, int Line)>> uses)
    {
        var text = new StringBuilder("# Steps\n\nWritten by `specs steps`; search here before you invent a step. How often each is used was counted when this was written.\n");
        foreach (var kind in Kinds)
        {
            var rows = bindings.Where(binding => binding.Kind == kind)
                .OrderBy(binding => Words(binding.Expression), StringComparer.Ordinal)
                .Select(binding => Row(binding, uses.GetValueOrDefault(binding.Expression) ?? []))
                .ToArray();
            if (rows.Length > 0)
            {
                text.Append($"\n## {kind}\n\n| Step | Uses | Features | First use | Definition |\n");
                text.Append("|---|---:|---:|---|---|\n").AppendJoin('\n', rows).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The expression as the catalogue writes it.</summary>
    public static string StepOf(BindingText binding) =>
        $"`` {binding.Expression.Replace("|", "\\|", StringComparison.Ordinal)} ``";

    /// <summary>The class as the catalogue names it.</summary>
    public static string DefinitionOf(BindingText binding) => Path.GetFileNameWithoutExtension(binding.File);

    private static string Row(BindingText binding, IReadOnlyList<(string File, int Line)> uses)
    {
        var features = uses.Select(use => use.File).Distinct().Count();
        var first = uses.Count > 0 ? Link(uses[0].File) : "never";
        return $"| {StepOf(binding)} | {uses.Count} | {features} | {first} | {DefinitionOf(binding)} |";
    }

    /// <summary>The catalogue lies in the features folder, so links start below it.</summary>
    private static string Link(string file)
    {
        var below = file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return $"[{Path.ChangeExtension(below, null)}]({below})";
    }

    private static string Words(string expression) => expression.TrimStart('^');
}
