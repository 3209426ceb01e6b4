using Microsoft.Playwright;

namespace Drivers;

/// <summary>What axe-core finds on the whole page, in every look and every state that a reader can bring it into.</summary>
internal static class Accessibility
{
    private const int Height = 900;
    private const int NodesShown = 3;

    /// <summary>At night only the colours differ, so only the rules about colours are asked again.</summary>
    private static readonly (int Width, ColorScheme Scheme, string Rules)[] Looks =
    [
        (1280, ColorScheme.Light, "{}"),
        (390, ColorScheme.Light, "{}"),
        (1280, ColorScheme.Dark, "{ runOnly: ['cat.color'] }"),
    ];

    /// <summary>The states by name, each with what brings the page into it.</summary>
    private static readonly (string Name, string Change)[] States =
    [
        ("everything unfolded", "() => document.querySelectorAll('details').forEach(part => { part.open = true; })"),
        ("a search with hits", "() => search('e')"),
        ("a search without a hit", "() => search('nobody ever wrote this')"),
        ("one result only", "() => { search(''); document.querySelector('button[data-s=failed]').click(); }"),
    ];

    /// <summary>Lets the browser draw also what is out of sight, so that the colours there are judged too.</summary>
    private const string Prepare = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('.f,.s,.part{content-visibility:visible!important}');
          document.adoptedStyleSheets = [sheet];
          window.search = words => {
            const box = document.getElementById('q');
            box.value = words;
            box.dispatchEvent(new Event('input'));
          };
        }
        """;

    private static string Check(string rules) => $$"""
        async () => (await axe.run({{rules}})).violations.map(found =>
          `${found.id} (${found.impact}): ${found.nodes.slice(0, {{NodesShown}}).map(node => node.html.slice(0, 120) + node.failureSummary).join(' ')}`)
        """;

    /// <summary>Every violation of any impact, with the look and the state in which it was found.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage tab)
    {
        await tab.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Browser.Tools("axe-core"), "axe.min.js")));
        await tab.EvaluateAsync(Prepare);
        var found = new List<string>();
        foreach (var (name, change) in States)
        {
            await tab.EvaluateAsync(change);
            foreach (var (width, scheme, rules) in Looks)
            {
                await tab.SetViewportSizeAsync(width, Height);
                await tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var violations = await tab.EvaluateAsync<string[]>(Check(rules));
                found.AddRange(violations.Select(violation => $"{name}, {width} wide, {scheme}: {violation}"));
            }
        }

        return found;
    }
}
