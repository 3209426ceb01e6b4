using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>What the product owes, with the scenarios that prove it; what nobody proves stands first.</summary>
internal static class RequirementsSection
{
    private const int ScenariosShown = 6;

    public static void Write(Html html, PageContent content)
    {
        if (content.Documentation.Requirements is not { } coverage)
        {
            return;
        }

        html.Add($"""<section id="requirements" class="part"><h2>Requirements</h2><p>{coverage.Rows.Count} requirements: {coverage.Count(Proof.Missing)} without a scenario, {coverage.Count(Proof.Failing)} failing, {coverage.Count(Proof.NotProven)} not proven, {coverage.Count(Proof.Proven)} proven.</p>""");
        WriteUnknown(html, coverage);
        html.Add($"<table><thead><tr><th scope=col>id<th scope=col>state<th scope=col>requirement<th scope=col>area<th scope=col>proof<th scope=col>scenarios<tbody>");
        foreach (var row in coverage.Rows.OrderBy(row => row.Proof))
        {
            var (look, sign, words) = Show(row.Proof);
            html.Add($"""<tr id="req-{row.Requirement.Id}"><td>{row.Requirement.Id}<td class={new Markup(look)}>{sign} {words}<td>{row.Requirement.Text}<td>{row.Requirement.Area}<td>{row.Requirement.Kind}<td>""");
            Links.Write(html, row.Outcomes, ScenariosShown);
        }

        html.Add($"</table></section>");
    }

    private static void WriteUnknown(Html html, Coverage coverage)
    {
        foreach (var unknown in coverage.UnknownIds)
        {
            html.Add($"<p class=x>✗ {unknown.Id} is no requirement; it is carried by ");
            Links.Write(html, unknown.Examples[0].Anchor, unknown.Examples[0].Name);
            html.Add($"</p>");
        }
    }

    private static (string Look, string Sign, string Words) Show(Proof proof) => proof switch
    {
        Proof.Missing => ("x", "✗", "no scenario"),
        Proof.Failing => ("x", "✗", "failing"),
        Proof.NotProven => ("o", "–", "not proven"),
        _ => ("p", "✓", "proven"),
    };
}
