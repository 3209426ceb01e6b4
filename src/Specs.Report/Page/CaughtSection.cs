namespace Specs.Report.Page;

/// <summary>Faults that were planted in the product, and who turned red.</summary>
internal static class CaughtSection
{
    private const int Shown = 5;

    public static void Write(Html html, PageContent content)
    {
        if (content.Findings.Caught is not { } caught)
        {
            return;
        }

        var number = caught.Faults.Count(fault => fault.IsCaught);
        html.Add($"""<section id="caught" class="part"><h2>What this suite would catch</h2><p>{number} of {caught.Faults.Count} planted faults caught{(caught.Day is { } day ? $", as of {day:o}" : "")}{(caught.Commit.Length > 0 ? $" at commit {caught.Commit}" : "")}. Each is shown to the features that make its promise, and to all others where those keep quiet.</p>""");
        html.Add($"<table><thead><tr><th scope=col>fault<th scope=col>caught<th scope=col>by<tbody>");
        foreach (var fault in caught.Faults.OrderBy(fault => fault.IsCaught))
        {
            html.Add($"<tr><td>{fault.Name}<td class={new Markup(fault.IsCaught ? "p" : "x")}>{(fault.IsCaught ? "✓ caught" : "✗ not caught")}<td>{string.Join(", ", fault.By.Take(Shown))}");
            if (fault.By.Count > Shown)
            {
                html.Add($" and {fault.By.Count - Shown} more");
            }
        }

        html.Add($"</table></section>");
    }
}
