using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>Steps as they are written, with the sign of the one that went wrong.</summary>
internal sealed class StepList(Html html, Glossary glossary)
{
    private const int MessageLines = 40;
    private const int MessageCharacters = 6000;

    /// <summary>Steps without results.</summary>
    public void Write(IReadOnlyList<Step> steps) => Write(steps, null, 0);

    /// <summary>Steps with the results of an attempt.</summary>
    /// <param name="steps">The steps to show.</param>
    /// <param name="attempt">The attempt; null to show no results.</param>
    /// <param name="offset">How many steps of the attempt come before the first one shown.</param>
    public void Write(IReadOnlyList<Step> steps, Attempt? attempt, int offset)
    {
        html.Add($"<ol>");
        for (var i = 0; i < steps.Count; i++)
        {
            html.Add($"<li><b>{steps[i].Keyword}</b> {glossary.Explain(steps[i].Text)}");
            if (Trouble(attempt, i + offset) is { } trouble)
            {
                WriteResult(trouble);
            }

            WriteArgument(steps[i]);
        }

        html.Add($"</ol>");
    }

    /// <summary>What went wrong outside the steps that are shown: in a hook or in the background.</summary>
    public void WriteRest(Attempt attempt, int offset)
    {
        foreach (var step in attempt.Steps.Where(step => (step.Index is null || step.Index < offset) && step.Status > StepStatus.Skipped))
        {
            html.Add($"<p>{(step.IsHook ? "Hook" : "Before the scenario")}: {step.Text}");
            WriteResult(step);
            html.Add($"</p>");
        }
    }

    private static StepRun? Trouble(Attempt? attempt, int index) =>
        attempt?.Steps.FirstOrDefault(step => step.Index == index && (step.Status > StepStatus.Skipped || step.Message.Length > 0));

    private void WriteResult(StepRun step)
    {
        var look = new Markup(step.Status == StepStatus.Skipped ? "o" : "x");
        html.Add($" <strong class={look}>{(step.Status == StepStatus.Skipped ? "–" : "✗")} {step.Status.ToString().ToLowerInvariant()}</strong>");
        if (step.Message.Length > 0)
        {
            html.Add($"<pre>{Cut(step.Message)}</pre>");
        }

        foreach (var snippet in step.Snippets.Where(snippet => !step.Message.Contains(snippet, StringComparison.Ordinal)))
        {
            html.Add($"<pre>{snippet}</pre>");
        }
    }

    private void WriteArgument(Step step)
    {
        if (step.DocString is { } text)
        {
            html.Add($"<pre>{text.Content}</pre>");
        }

        if (step.Table is { Count: > 0 } table)
        {
            html.Add($"<table><tr>");
            foreach (var cell in table[0])
            {
                html.Add($"<th scope=col>{cell}");
            }

            foreach (var row in table.Skip(1))
            {
                html.Add($"<tr>");
                foreach (var cell in row)
                {
                    html.Add($"<td>{cell}");
                }
            }

            html.Add($"</table>");
        }
    }

    private static string Cut(string message)
    {
        var lines = message.ReplaceLineEndings("\n").Split('\n');
        var shown = string.Join('\n', lines.Take(MessageLines));
        var head = shown.Length > MessageCharacters ? shown[..MessageCharacters] : shown;
        return head.Length == message.Length ? message
            : lines.Length > MessageLines ? $"{head}\n… {lines.Length - MessageLines} more lines" : $"{head}…";
    }
}
