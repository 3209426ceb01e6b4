using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>A feature as a document: what it is for, what always holds before, its rules, and the scenarios that show them.</summary>
/// <remarks>
/// What is below the head stands in <c>noscript</c>: without script it is the page; with script it is one text that
/// costs no time until it comes near, and hostile text cannot leave it, because no text of a suite holds a bare <c>&lt;</c>.
/// </remarks>
internal sealed class FeatureArticle(Html html, PageContent content)
{
    private readonly ScenarioCard _card = new(html, content);
    private readonly StepList _steps = new(html, content.Glossary);

    public void Write(Feature feature)
    {
        html.Add($"""<article id="{feature.Anchor}" class="f"><p class="crumb">{FeatureTree.Title(feature.Folder)} · <span class="src">{content.FeaturesFolder}/{feature.Path}:{feature.Line}</span>""");
        WriteRequirements(feature);
        html.Add($"""</p><h2>{feature.Name}</h2><div class="why">{MarkdownText.Of(feature.Description)}</div><noscript>""");
        WriteBackground(feature.Background);
        foreach (var scenario in feature.Scenarios)
        {
            _card.Write(feature, scenario, 3);
        }

        foreach (var rule in feature.Rules)
        {
            WriteRule(feature, rule);
        }

        html.Add($"</noscript></article>");
    }

    private void WriteRequirements(Feature feature)
    {
        if (content.Documentation.Requirements is not { } coverage)
        {
            return;
        }

        var tags = feature.AllScenarios.SelectMany(scenario => scenario.Examples).SelectMany(example => example.Tags)
            .Select(tag => tag[1..]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in coverage.Rows.Where(row => tags.Contains(row.Requirement.Id)))
        {
            html.Add($""" · <a href="#req-{row.Requirement.Id}">{row.Requirement.Id}</a>""");
        }
    }

    private void WriteRule(Feature feature, Rule rule)
    {
        html.Add($"""<section class="r"><h3>{rule.Name}</h3>{MarkdownText.Of(rule.Description)}""");
        WriteBackground(rule.Background);
        foreach (var scenario in rule.Scenarios)
        {
            _card.Write(feature, scenario, 4);
        }

        html.Add($"</section>");
    }

    private void WriteBackground(Background? background)
    {
        if (background is null)
        {
            return;
        }

        html.Add($"""<div class="bg"><p>{(background.Name.Length > 0 ? background.Name : "Before every scenario")}</p>{MarkdownText.Of(background.Description)}""");
        _steps.Write(background.Steps);
        html.Add($"</div>");
    }
}
