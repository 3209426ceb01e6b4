using Specs.Report.Model;

namespace Specs.Report.Diff;

/// <summary>Whether the Then steps of an example demand less than before.</summary>
internal static class OutcomeComparison
{
    public static IEnumerable<string> Weaker(Example before, Example after)
    {
        var (old, now) = (Outcomes(before), Outcomes(after));
        foreach (var same in old.Where(step => now.Exists(other => StepText.Of(other) == StepText.Of(step))).ToList())
        {
            old.Remove(same);
            now.Remove(now.Find(other => StepText.Of(other) == StepText.Of(same))!);
        }

        var lost = new List<Step>();
        var found = new List<string>();
        foreach (var step in old)
        {
            var counterpart = now.Find(other => Looseness.Frame(other.Text) == Looseness.Frame(step.Text));
            if (counterpart is null)
            {
                lost.Add(step);
                continue;
            }

            now.Remove(counterpart);
            found.AddRange(Weaker(step, counterpart));
        }

        // A Then that was replaced by another one is other words; one that was not replaced is lost.
        return found.Concat(lost.SkipLast(now.Count).Select(step => $"no longer expects: {step.Keyword} {step.Text}"));
    }

    private static List<Step> Outcomes(Example example) =>
        [.. example.Steps.Where(step => step.Kind == StepKind.Outcome)];

    private static IEnumerable<string> Weaker(Step before, Step after)
    {
        if (Looseness.IsLooser(before.Text, after.Text))
        {
            yield return $"expects less: \"{before.Text}\" became \"{after.Text}\"";
        }

        foreach (var line in Lines(before).Except(Lines(after), StringComparer.Ordinal))
        {
            yield return $"no longer expects the line: {line}";
        }

        foreach (var detail in WeakerTable(before.Table ?? [], after.Table ?? []))
        {
            yield return detail;
        }
    }

    private static string[] Lines(Step step) =>
        step.DocString?.Content.Split('\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static IEnumerable<string> WeakerTable(
        IReadOnlyList<IReadOnlyList<string>> before, IReadOnlyList<IReadOnlyList<string>> after)
    {
        if (before.Count == 0)
        {
            yield break;
        }

        foreach (var column in before[0].Except(after.Count > 0 ? after[0] : []))
        {
            yield return $"no longer expects the column {column}";
        }

        var kept = after.Skip(1).ToList();
        foreach (var row in before.Skip(1))
        {
            var same = kept.Find(other => other.SequenceEqual(row)) ?? kept.Find(other => other[0] == row[0]);
            if (same is null)
            {
                yield return $"no longer expects the row {StepText.OfRow(row)}";
                continue;
            }

            kept.Remove(same);
            foreach (var (old, now) in row.Zip(same).Where(cells => Looseness.IsLooser(cells.First, cells.Second)))
            {
                yield return $"expects less: \"{old}\" became \"{now}\" in {StepText.OfRow(row)}";
            }
        }
    }
}
