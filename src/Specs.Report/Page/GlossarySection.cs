namespace Specs.Report.Page;

/// <summary>The domain words, each with one meaning.</summary>
internal static class GlossarySection
{
    public static void Write(Html html, PageContent content)
    {
        if (content.Glossary.Words.Count == 0)
        {
            return;
        }

        html.Add($"""<section id="glossary" class="part"><h2>Glossary</h2><dl>""");
        foreach (var word in content.Glossary.Words)
        {
            html.Add($"""<dt id="{word.Anchor}">{word.Shown}<dd>{word.Meaning}""");
        }

        html.Add($"</dl></section>");
    }
}
