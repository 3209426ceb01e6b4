using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>A scenario with what became of it: name, mark, last runs, time, steps, drawings, attempts, attachments.</summary>
internal sealed class ScenarioCard(Html html, PageContent content)
{
    private readonly StepList _steps = new(html, content.Glossary);
    private readonly EvidenceView _evidence = new(html);

    /// <param name="feature">The feature that holds it.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="level">The level of its heading.</param>
    public void Write(Feature feature, Scenario scenario, int level)
    {
        var outcomes = content.Documentation.Of(scenario).ToList();
        var worst = Looks.Worst(outcomes);
        WriteHead(scenario, outcomes, worst);
        html.Add($"""<h{level}><a href="#{scenario.Anchor}">{scenario.Name}</a> <b class="{Looks.Class(worst)}">{Looks.Sign(worst)} {Ledger.NameOf(worst)}</b> <small>{Facts(outcomes)}</small></h{level}>""");
        WriteTags(scenario);
        html.Add($"{MarkdownText.Of(scenario.Description)}");
        if (scenario.IsOutline)
        {
            _steps.Write(scenario.Steps);
            new OutlineTable(html, content).Write(scenario);
            outcomes.Where(outcome => outcome.Result != Verdict.Passed && outcome.Attempts.Count > 0).ToList().ForEach(WriteRow);
        }
        else if (outcomes.Count > 0)
        {
            WriteRun(scenario.Steps, outcomes[0]);
        }

        html.Add($"</section>");
        _ = feature;
    }

    private void WriteHead(Scenario scenario, List<Outcome> outcomes, Verdict worst)
    {
        var keys = outcomes.Select(outcome => Looks.Key(outcome.Column).Text)
            .Concat(outcomes.Select(outcome => Looks.WordOf(content.History.MarkOf(outcome)))).Where(word => word.Length > 0)
            .Concat(content.Changed.Contains(scenario.Anchor) ? ["changed"] : []).Distinct();
        var tags = outcomes.SelectMany(outcome => outcome.Example.Tags).Distinct();
        html.Add($"""<section id="{scenario.Anchor}" class="s {Looks.Class(worst)}" data-s="{string.Join(' ', keys)}" data-t="{string.Join(' ', tags)}">""");
    }

    private void WriteTags(Scenario scenario)
    {
        if (scenario.Tags.Count == 0)
        {
            return;
        }

        html.Add($"<p class=tags>");
        foreach (var tag in scenario.Tags)
        {
            html.Add($"""<a href="?q={Uri.EscapeDataString(tag)}" data-q="{tag}">{tag}</a> """);
        }

        html.Add($"</p>");
    }

    private string Facts(List<Outcome> outcomes)
    {
        if (outcomes.Count != 1)
        {
            return $"{outcomes.Count} examples · {Looks.Time(outcomes.Aggregate(TimeSpan.Zero, (sum, outcome) => sum + outcome.Duration))}";
        }

        var mark = Looks.WordOf(content.History.MarkOf(outcomes[0]));
        var word = content.History.Runs.Count > 0 && mark.Length > 0 && outcomes[0].Result != Verdict.Flaky ? $" · {mark}" : "";
        return Looks.Time(outcomes[0].Duration) + word + Looks.Strip(content.History, outcomes[0]);
    }

    private void WriteRow(Outcome outcome)
    {
        html.Add($"""<div class="row"><p><b class="{Looks.Class(outcome.Column)}">{Looks.Sign(outcome.Column)} {Ledger.NameOf(outcome.Column)}</b> {outcome.Example.Name} <small>{Facts([outcome])}</small></p>""");
        WriteRun(outcome.Example.Steps.Skip(outcome.Example.BackgroundSteps).ToList(), outcome);
        html.Add($"</div>");
    }

    private void WriteRun(IReadOnlyList<Step> steps, Outcome outcome)
    {
        var background = outcome.Example.BackgroundSteps;
        var shown = outcome.Last ?? (outcome.Attempts.Count > 0 ? outcome.Attempts[^1] : null);
        WriteReason(outcome);
        html.Add($"<div class=w>");
        _steps.Write(steps, shown, background);
        if (shown is not null)
        {
            _evidence.WriteGraphs(shown);
        }

        html.Add($"</div>");
        if (shown is not null)
        {
            _steps.WriteRest(shown, background);
            _evidence.WriteRest(shown, outcome.Result);
        }

        WriteEarlier(steps, outcome, shown);
    }

    private void WriteReason(Outcome outcome)
    {
        if (outcome.Quarantine is { } quarantine)
        {
            html.Add($"""<p>In <a href="#quarantine">quarantine</a> until {quarantine.Until?.ToString("o") ?? "nobody knows"}: {quarantine.Reason} (owner: {quarantine.Owner})</p>""");
        }

        if (outcome.Result is Verdict.Skipped or Verdict.NotRun)
        {
            html.Add($"<p class=o>{outcome.Reason}</p>");
        }
    }

    private void WriteEarlier(IReadOnlyList<Step> steps, Outcome outcome, Attempt? shown)
    {
        foreach (var (attempt, number) in outcome.Attempts.Select((attempt, number) => (attempt, number + 1)).Where(pair => pair.attempt != shown))
        {
            html.Add($"<div class=row><p>Attempt {number} of {outcome.Attempts.Count}: {attempt.Status.ToString().ToLowerInvariant()} after {Looks.Time(attempt.Duration)}</p>");
            _steps.Write(steps, attempt, outcome.Example.BackgroundSteps);
            _steps.WriteRest(attempt, outcome.Example.BackgroundSteps);
            _evidence.WriteRest(attempt, outcome.Result);
            html.Add($"</div>");
        }
    }
}
