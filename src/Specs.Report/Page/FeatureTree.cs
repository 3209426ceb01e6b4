using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>The folders of the suite with the worst result of each feature, and all tags behind a fold.</summary>
internal static class FeatureTree
{
    public static void Write(Html html, PageContent content)
    {
        var documentation = content.Documentation;
        html.Add($"""<nav class="tree" aria-label="Features">""");
        foreach (var folder in documentation.Suite.Features.GroupBy(feature => feature.Folder))
        {
            html.Add($"<h2>{Title(folder.Key)}</h2><ul>");
            foreach (var feature in folder)
            {
                var outcomes = documentation.Of(feature).ToList();
                var worst = Looks.Worst(outcomes);
                html.Add($"""<li data-f="{feature.Anchor}"><span class="{Looks.Class(worst)}" title="{Ledger.NameOf(worst)}">{Looks.Sign(worst)}</span> <a href="#{feature.Anchor}">{feature.Name}</a> <small>{outcomes.Count}</small>""");
            }

            html.Add($"</ul>");
        }

        WriteTags(html, documentation);
        html.Add($"</nav>");
    }

    /// <summary>A folder's name as a heading: <c>git-workflows</c> is Git workflows.</summary>
    public static string Title(string folder)
    {
        var words = folder.Replace('-', ' ').Replace("/", " › ", StringComparison.Ordinal);
        return words.Length == 0 ? "Features" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static void WriteTags(Html html, Documentation documentation)
    {
        var tags = documentation.Suite.Examples.SelectMany(example => example.Tags.Distinct()).CountBy(tag => tag)
            .OrderBy(tag => tag.Key, StringComparer.Ordinal).ToList();
        if (tags.Count == 0)
        {
            return;
        }

        html.Add($"<details><summary>{tags.Count} tags</summary><p class=tags>");
        foreach (var (tag, count) in tags)
        {
            html.Add($"""<a href="?q={Uri.EscapeDataString(tag)}" data-q="{tag}">{tag}</a> <small>{count}</small> """);
        }

        html.Add($"</details>");
    }
}
