using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>What keeps the suite from proving more: missing capabilities, quarantine, steps without definition, what a linter found.</summary>
internal static class OpenMattersSection
{
    private const int Shown = 10;

    public static void Write(Html html, PageContent content)
    {
        WriteCapabilities(html, content);
        WriteQuarantine(html, content);
        WriteSteps(html, content);
    }

    private static void WriteCapabilities(Html html, PageContent content)
    {
        var missing = MissingCapability.Of(content.Documentation.Outcomes);
        html.Add($"""<section id="capabilities" class="part"><h2>Not proven here</h2>""");
        if (missing.Count == 0)
        {
            html.Add($"<p>Nothing was skipped.</p></section>");
            return;
        }

        html.Add($"<table><thead><tr><th scope=col>what is missing, and how to provide it<th scope=col>examples<th scope=col>which<tbody>");
        foreach (var capability in missing)
        {
            html.Add($"<tr><td>{capability.Reason}<td>{capability.Outcomes.Count}<td>");
            Links.Write(html, capability.Outcomes, Shown);
        }

        html.Add($"</table></section>");
    }

    private static void WriteQuarantine(Html html, PageContent content)
    {
        html.Add($"""<section id="quarantine" class="part"><h2>Quarantine</h2>""");
        var entries = content.Documentation.Quarantine?.Entries ?? [];
        if (entries.Count == 0)
        {
            html.Add($"<p>Nothing is in quarantine.</p></section>");
            return;
        }

        var places = content.Documentation.Outcomes.Where(outcome => outcome.Quarantine is not null).ToLookup(outcome => outcome.Quarantine!);
        html.Add($"<table><thead><tr><th scope=col>scenario<th scope=col>owner<th scope=col>reason<th scope=col>days left<tbody>");
        foreach (var entry in entries)
        {
            var left = entry.DaysLeft(content.Findings.Today);
            html.Add($"<tr><td>");
            Links.Write(html, places[entry].FirstOrDefault()?.Example.Anchor ?? "", entry.Scenario);
            html.Add($"<td>{entry.Owner}<td>{entry.Reason}<td class=\"{new Markup(left is null or < 0 ? "x" : "")}\">{Days(left)}");
        }

        html.Add($"</table></section>");
    }

    private static string Days(int? left) => left switch
    {
        null => "no end",
        < 0 => $"✗ ended {-left} days ago",
        _ => $"{left}",
    };

    private static void WriteSteps(Html html, PageContent content)
    {
        var open = content.Documentation.Outcomes
            .Where(outcome => outcome.Result is Verdict.Undefined or Verdict.Ambiguous or Verdict.Pending && outcome.Last is not null)
            .SelectMany(outcome => outcome.Last!.Steps.Where(step => step.Status is StepStatus.Undefined or StepStatus.Ambiguous or StepStatus.Pending)
                .Select(step => (step.Text, step.Status, step.Snippets, outcome)))
            .GroupBy(step => (step.Text, step.Status)).ToList();
        var lint = content.Findings.Lint ?? [];
        html.Add($"""<section id="steps" class="part"><h2>Steps</h2>""");
        if (open.Count + lint.Count == 0)
        {
            html.Add($"<p>Every step that ran has exactly one definition.</p></section>");
            return;
        }

        html.Add($"<table><thead><tr><th scope=col>step or rule<th scope=col>finding<th scope=col>where<tbody>");
        foreach (var step in open)
        {
            html.Add($"<tr><td>{step.Key.Text}<td class=x>{step.Key.Status.ToString().ToLowerInvariant()}<td>");
            Links.Write(html, [.. step.Select(use => use.outcome)], Shown);
        }

        foreach (var finding in lint)
        {
            html.Add($"<tr><td>{finding.Rule}<td>{finding.Level}: {finding.Message}<td>{finding.Place}");
        }

        html.Add($"</table></section>");
    }
}
