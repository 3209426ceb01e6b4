using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>What changed in the features themselves, the most serious first.</summary>
internal static class ChangesSection
{
    public static void Write(Html html, PageContent content)
    {
        if (content.Findings.Difference is not { } difference)
        {
            return;
        }

        html.Add($"""<section id="changes" class="part"><h2>Changed specs</h2><p>{difference.Base} to {difference.Head}: {Counts(difference)}.</p>""");
        if (difference.Changes.Count > 0)
        {
            html.Add($"<table><thead><tr><th scope=col>change<th scope=col>scenario<th scope=col>what exactly<tbody>");
            foreach (var change in difference.Changes)
            {
                html.Add($"<tr><td class={new Markup(change.Kind is ChangeKind.Weakened or ChangeKind.Removed ? "x" : "o")}>{Word(change.Kind)}<td>");
                Links.Write(html, change.Anchor, change.Scenario);
                html.Add($"<br><small>{change.Path}</small><td>{string.Join("; ", change.Details)}");
            }

            html.Add($"</table>");
        }

        html.Add($"</section>");
    }

    private static string Counts(SpecDifference difference) => difference.Changes.Count == 0
        ? "no scenario changed"
        : string.Join(", ", Enum.GetValues<ChangeKind>().Select(kind => (kind, Count: difference.Of(kind).Count()))
            .Where(pair => pair.Count > 0).Select(pair => $"{pair.Count} {Word(pair.kind)}"));

    private static string Word(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
