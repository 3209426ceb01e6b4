using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>What is other than in the run before.</summary>
internal static class SinceSection
{
    private const int Shown = 40;

    public static void Write(Html html, PageContent content)
    {
        if (content.History.Runs.Count == 0)
        {
            return;
        }

        var before = content.History.Runs[^1];
        html.Add($"""<section id="since" class="part"><h2>Since the last run</h2><p>Compared with the run of {before.Started.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)} UTC{(before.Commit.Length > 0 ? $" at commit {before.Commit}" : "")}.</p><dl>""");
        foreach (var mark in (Mark[])[Mark.Regressed, Mark.Flaky, Mark.Fixed, Mark.New])
        {
            var outcomes = content.Documentation.Outcomes.Where(outcome => content.History.MarkOf(outcome) == mark).ToList();
            html.Add($"<dt>{outcomes.Count} {Looks.WordOf(mark)}<dd>");
            Links.Write(html, outcomes, Shown);
        }

        html.Add($"</dl></section>");
    }
}
