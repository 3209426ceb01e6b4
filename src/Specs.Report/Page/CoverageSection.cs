using Specs.Report.Gate;

namespace Specs.Report.Page;

/// <summary>How many lines of the product the suite passes through, part by part, and which it does not.</summary>
internal static class CoverageSection
{
    public static void Write(Html html, PageContent content)
    {
        if (content.Findings.Coverage is not { Count: > 0 } coverage)
        {
            return;
        }

        html.Add($"""<section id="coverage" class="part"><h2>Lines passed through</h2><table><thead><tr><th scope=col>part<th scope=col>lines passed<th scope=col>not passed<tbody>""");
        foreach (var part in coverage)
        {
            html.Add($"<tr><td>{part.Part}<td>{Numbers.Share(part.Covered, part.Lines)}<td>");
            var missed = part.Files.Where(file => file.Missed.Count > 0).ToList();
            if (missed.Count > 0)
            {
                html.Add($"<details><summary>{part.Lines - part.Covered} lines of {missed.Count} files</summary><ul>");
                missed.ForEach(file => html.Add($"<li>{file.ToString()}"));
                html.Add($"</ul></details>");
            }
        }

        html.Add($"</table></section>");
    }
}
