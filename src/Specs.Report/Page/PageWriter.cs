using System.Globalization;

namespace Specs.Report.Page;

/// <summary>Writes the living documentation: one file, complete without script, that asks no host for anything.</summary>
internal static class PageWriter
{
    /// <summary>The page as text; the same content always gives the same page.</summary>
    public static string Write(PageContent content)
    {
        var html = new Html();
        WriteHead(html, content);
        GateBand.Write(html, content);
        LedgerLine.Write(html, content);
        html.Add($"</header>");
        FeatureTree.Write(html, content);
        html.Add($"""<main id="main" tabindex="-1">""");
        SinceSection.Write(html, content);
        var article = new FeatureArticle(html, content);
        foreach (var feature in content.Documentation.Suite.Features)
        {
            article.Write(feature);
        }

        WriteStrays(html, content);
        RequirementsSection.Write(html, content);
        PerformanceSection.Write(html, content);
        CoverageSection.Write(html, content);
        CaughtSection.Write(html, content);
        MutantsSection.Write(html, content);
        ChangesSection.Write(html, content);
        OpenMattersSection.Write(html, content);
        GlossarySection.Write(html, content);
        html.Add($"</main><script>{new Markup(PageAssets.Script)}</script></html>\n");
        return html.ToString();
    }

    private static void WriteHead(Html html, PageContent content)
    {
        var run = content.Documentation.Run;
        html.Add($"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{new Markup(PageAssets.Policy)}"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>{content.Title}</title><style>{new Markup(PageAssets.Style)}</style></head><body><a class="skip" href="#main">Skip to the features</a><header><div class="top"><h1>{content.Title}</h1><p>""");
        if (content.Documentation.Commit is { Length: > 0 } commit)
        {
            html.Add($"commit {(commit.Length > 12 ? commit[..12] : commit)} · ");
        }

        if (run.Started is { } started)
        {
            html.Add($"{started.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture)} UTC · {Looks.Time(run.Duration)}");
        }

        html.Add($"""</p><p class="find" hidden><label for="q">Find</label> <input id="q" type="search" placeholder="words, @tag and not @tag, E-57" autocomplete="off" spellcheck="false"></p><nav aria-label="Sections">""");
        foreach (var (anchor, name) in Sections(content))
        {
            html.Add($"""<a href="#{anchor}">{name}</a> """);
        }

        html.Add($"</nav></div>");
    }

    private static IEnumerable<(string Anchor, string Name)> Sections(PageContent content)
    {
        (string, string, bool)[] all =
        [
            ("since", "Since the last run", content.History.Runs.Count > 0),
            ("requirements", "Requirements", content.Documentation.Requirements is not null),
            ("performance", "Performance", content.Findings.Metrics.Count > 0),
            ("coverage", "Lines passed through", content.Findings.Coverage is { Count: > 0 }),
            ("caught", "What this suite would catch", content.Findings.Caught is not null),
            ("mutants", "Changes made by rule", content.Findings.Mutants is not null),
            ("changes", "Changed specs", content.Findings.Difference is not null),
            ("capabilities", "Not proven here", true),
            ("quarantine", "Quarantine", true),
            ("steps", "Steps", true),
            ("glossary", "Glossary", content.Glossary.Words.Count > 0),
        ];
        return all.Where(section => section.Item3).Select(section => (section.Item1, section.Item2));
    }

    private static void WriteStrays(Html html, PageContent content)
    {
        var strays = content.Documentation.Strays;
        var problems = content.Documentation.Run.Problems.ToList();
        if (strays.Count + problems.Count == 0)
        {
            return;
        }

        html.Add($"""<section id="outside" class="part"><h2>Outside the specification</h2><ul>""");
        foreach (var stray in strays)
        {
            html.Add($"<li>ran and is not specified: {stray}");
        }

        foreach (var problem in problems)
        {
            html.Add($"<li class=x>{problem}");
        }

        html.Add($"</ul></section>");
    }
}
