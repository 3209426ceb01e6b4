using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>Suggests definitions for steps that have none.</summary>
internal static partial class Snippets
{
    public static IEnumerable<string> For(IEnumerable<PickleStep> steps) => steps
        .Select(For)
        .Distinct();

    public static string For(PickleStep step)
    {
        var parameters = new List<string>();
        var expression = Value().Replace(step.Text, found =>
        {
            var isText = found.Groups["text"].Success;
            parameters.Add($"{(isText ? "string" : "int")} p{parameters.Count}");
            return isText ? "{string}" : "{int}";
        });
        var words = Word().Matches(expression).Select(word => word.Value);
        var name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        parameters.AddRange(step.DocString is null ? [] : ["string multilineText"]);
        parameters.AddRange(step.Table is null ? [] : ["DataTable table"]);
        return $$"""

            [{{step.Kind}}("{{expression}}")]
            public void {{step.Kind}}{{name}}({{string.Join(", ", parameters)}})
            {
                throw new PendingStepException();
            }
            """;
    }

    [GeneratedRegex("(?<text>\"[^\"]*\")|(?<![\\w.])-?\\d+(?![\\w.])")]
    private static partial Regex Value();

    [GeneratedRegex(@"(?<!\{)\b\w+\b(?!\})")]
    private static partial Regex Word();
}
