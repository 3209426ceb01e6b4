using System.Text.Json;
using FluentAssertions.Execution;
using Microsoft.Playwright;

namespace Drivers;

/// <summary>Somebody who reads the page in a real browser; notes every request, every script that should not run, every error.</summary>
public sealed class Reader(PageDriver page) : IAsyncDisposable
{
    private const int PatienceMilliseconds = 20_000;

    private const string Watch = """
        window.violations = [];
        document.addEventListener('securitypolicyviolation', event => window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
        """;

    /// <summary>The first of some lines that cannot be read without scrolling, in their order, and all that can be.</summary>
    private const string Look = """
        lines => {
          const seen = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (walker.nextNode()) {
            range.selectNodeContents(walker.currentNode);
            const box = range.getBoundingClientRect();
            const isThere = walker.currentNode.parentElement.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
            if (isThere && box.width > 0 && box.bottom > 0 && box.top < innerHeight) seen.push(walker.currentNode.data.trim());
          }
          const text = seen.filter(part => part).join(' ').replace(/\s+/g, ' ');
          let at = 0;
          const lost = lines.find(line => {
            const found = text.indexOf(line, at);
            at = found + line.length;
            return found < 0;
          });
          return { lost: lost ?? '', text };
        }
        """;

    private readonly List<string> _requests = [];
    private readonly List<string> _troubles = [];
    private bool _hasScript;
    private IBrowserContext? _context;
    private IPage? _tab;

    private IPage Tab => _tab ?? throw new SpecException("Nobody has opened the page.");

    /// <summary>Opens the page.</summary>
    /// <param name="manner"><c>with</c> or <c>without</c> JavaScript, or <c>on paper</c>.</param>
    public async Task OpenAsync(string manner)
    {
        var browser = await Browser.GetAsync();
        _hasScript = manner != "without";
        _context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = _hasScript });
        await _context.AddInitScriptAsync(Watch);
        _tab = await _context.NewPageAsync();
        _tab.Request += (_, request) => _requests.Add(request.Url);
        _tab.Dialog += (_, dialog) => _troubles.Add($"a dialog: {dialog.Message}");
        _tab.PageError += (_, error) => _troubles.Add($"an error: {error}");
        await _tab.GotoAsync(new Uri(page.PagePath).AbsoluteUri);
        if (manner == "on paper")
        {
            await _tab.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        }
    }

    /// <summary>Opens the page and does something with words.</summary>
    /// <param name="act"><c>clicks</c>, <c>looks for</c> or <c>follows the address of a search for</c>.</param>
    /// <param name="words">The words.</param>
    public Task DoAsync(string act, string words) => act switch
    {
        "clicks" => ClickAsync(words),
        "looks for" => FindAsync(words),
        _ => FollowAddressAsync(words),
    };

    /// <summary>Opens the page and clicks a link or button.</summary>
    private async Task ClickAsync(string name)
    {
        await OpenAsync("with");
        await Tab.Locator("a,button").Filter(new LocatorFilterOptions { HasText = name }).First.ClickAsync();
    }

    /// <summary>Opens the page and writes into the find box.</summary>
    private async Task FindAsync(string words)
    {
        await OpenAsync("with");
        await Tab.Keyboard.PressAsync("/");
        await Tab.Keyboard.TypeAsync(words);
    }

    /// <summary>Opens the address that another reader sent, with what he looked for.</summary>
    private async Task FollowAddressAsync(string words)
    {
        await FindAsync(words);
        // Tab.Url is a copy that follows the page's own address a moment later, and might still be that of half a word.
        var address = await Tab.EvaluateAsync<string>("location.href");
        await DisposeAsync();
        await OpenAsync("with");
        await Tab.GotoAsync(address);
    }

    /// <summary>These lines can be read without scrolling, in this order, as soon as the page has settled.</summary>
    public async Task ShouldSeeAsync(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var wanted = lines.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0).ToArray();
        if (_hasScript)
        {
            await UntilAsync($"lines => !({Look})(lines).lost", wanted);
        }

        var seen = await Tab.EvaluateAsync<JsonElement>(Look, wanted);
        var lost = seen.GetProperty("lost").GetString();
        lost.Should().BeNullOrEmpty("the reader sees every line in its order; all that he sees is:\n\n{0}\n\n", seen.GetProperty("text"));
    }

    /// <summary>A text is nowhere to be seen.</summary>
    public async Task ShouldNotSeeAsync(string text)
    {
        var seen = await Tab.Locator("body").InnerTextAsync();
        seen.Should().NotContain(text);
    }

    /// <summary>All text, every table and every drawing of the page is shown.</summary>
    public async Task ShouldSeeEverythingAsync()
    {
        await BeWholeAsync();
        var hidden = await Tab.Locator("main article, main section, main table, main svg, main pre").EvaluateAllAsync<string[]>(
            "all => all.filter(part => !part.getClientRects().length && !part.closest('details:not([open])')).map(part => part.outerHTML.slice(0, 80))");
        var (scenarios, drawings) = (await Tab.Locator("main .s").CountAsync(), await Tab.Locator("main svg").CountAsync());
        using var all = new AssertionScope();
        hidden.Should().BeEmpty("nothing of the page is hidden");
        scenarios.Should().NotBe(0).And.Be(page.Scenarios, "every scenario of the page is there");
        drawings.Should().Be(page.Drawings, "every drawing of the page is there");
    }

    /// <summary>Nothing ran but the page's own script, and nothing was asked of any host.</summary>
    public async Task ShouldHaveBeenSafeAsync()
    {
        await BeWholeAsync();
        var state = await Tab.EvaluateAsync<JsonElement>("""
            () => ({
              ran: typeof pwned !== 'undefined',
              scripts: document.scripts.length,
              violations: window.violations,
              strange: [...document.querySelectorAll('iframe,object,embed,form,base,link,video,audio,marquee,template,plaintext,textarea,input:not(#q),img:not([src^="data:"])')].map(e => e.outerHTML.slice(0, 80)),
              handlers: [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on') || /^\s*javascript:/i.test(a.value))).map(e => e.outerHTML.slice(0, 80)),
            })
            """);
        var strangers = _requests.Where(url => !url.StartsWith("file:", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)).ToList();
        using var all = new AssertionScope();
        state.GetProperty("ran").GetBoolean().Should().BeFalse("no script of a stranger runs");
        state.GetProperty("scripts").GetInt32().Should().Be(1, "the page has its own script alone");
        strangers.Should().BeEmpty("no host is asked");
        _troubles.Should().BeEmpty("the page works");
        foreach (var kind in (string[])["violations", "strange", "handlers"])
        {
            state.GetProperty(kind).EnumerateArray().Select(found => found.ToString()).Should().BeEmpty("a safe page has no {0}", kind);
        }
    }

    /// <summary>Every title of the suite is shown letter by letter, as far as a feature file can hold it.</summary>
    public async Task ShouldReadTitlesAsync(IReadOnlyList<string> titles)
    {
        ArgumentNullException.ThrowIfNull(titles);
        await BeWholeAsync();
        var shown = (await Tab.Locator(".s > h4 > a, .s > h3 > a").EvaluateAllAsync<string[]>("all => all.map(link => link.textContent)")).ToHashSet();
        var lost = titles.Where(title => !shown.Contains(title) && !title.Any(c => c is '\u202E' or '\u2066')).ToList();
        shown.Should().NotBeEmpty("the page has titles");
        lost.Should().BeEmpty("every title can be read as it is");
    }

    /// <summary>axe-core finds nothing of any impact: by day and by night, wide and narrow, in every state of the page.</summary>
    public async Task ShouldBeAccessibleAsync()
    {
        await BeWholeAsync();
        var found = await Accessibility.FindAsync(Tab);
        found.Should().BeEmpty("an accessibility check finds nothing");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.CloseAsync();
        }
    }

    /// <summary>With script the page becomes whole by itself, piece by piece; on paper at once.</summary>
    private Task BeWholeAsync() => _hasScript ? UntilAsync("() => !document.querySelector('main noscript')", null) : Task.CompletedTask;

    /// <summary>Waits for a state; what is wrong if it does not come is said by who asks for it next.</summary>
    private async Task UntilAsync(string state, object? with)
    {
        try
        {
            await Tab.WaitForFunctionAsync(state, with, new PageWaitForFunctionOptions { Timeout = PatienceMilliseconds });
        }
        catch (TimeoutException)
        {
            _troubles.Add("the page did not settle");
        }
    }
}
