using Specs.Report.Model;

namespace Specs.Report.Diff;

/// <summary>A step with all that belongs to it, as one text.</summary>
internal static class StepText
{
    public static string Of(Step step)
    {
        var table = step.Table?.Select(row => string.Join('|', row)) ?? [];
        return string.Join('\n', [step.Text, step.DocString?.Content ?? "", .. table]);
    }

    public static string OfRow(IReadOnlyList<string> row) => $"| {string.Join(" | ", row)} |";
}
