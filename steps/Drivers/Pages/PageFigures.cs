using System.Globalization;
using System.IO.Compression;
using Microsoft.Playwright;

namespace Drivers;

/// <summary>How large the page is and how fast a real browser is with it, beside the standard Cucumber report of the same run.</summary>
public sealed class PageFigures(SpecsSuite suite, PageDriver page)
{
    private const int Repeats = 3;

    /// <summary>Long tasks are those over 50 ms; the page is interactive when the last one after loading has ended.</summary>
    private const string Load = """
        async () => {
          const tasks = await new Promise(done => {
            const seen = [];
            new PerformanceObserver(list => seen.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
            setTimeout(() => done(seen), 400);
          });
          const loaded = performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd;
          const ends = tasks.map(task => task.startTime + task.duration);
          return [Math.max(loaded, ...ends), tasks.reduce((sum, task) => sum + task.duration - 50, 0)];
        }
        """;

    /// <summary>From a letter to the next picture, the third letter and later ones; the first one also reads the page.</summary>
    private const string Search = """
        async () => {
          const box = document.getElementById('q');
          const times = [];
          for (const text of ['c', 'ca', 'cas', 'case 1', 'case 12', '']) {
            const began = performance.now();
            box.value = text;
            box.dispatchEvent(new Event('input'));
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            times.push(performance.now() - began);
          }
          return Math.max(...times.slice(1));
        }
        """;

    private readonly Dictionary<string, double> _figures = [];

    /// <summary>All figures by name.</summary>
    public IReadOnlyDictionary<string, double> All => _figures;

    /// <summary>Makes both reports and measures them in turn; the median of three counts.</summary>
    public async Task MeasureAsync()
    {
        await page.MakeAsync(); // the first one also starts the program
        await page.MakeAsync();
        var bytes = await File.ReadAllBytesAsync(page.PagePath);
        (_figures["bytes"], _figures["bytes compressed"], _figures["milliseconds to make"]) = (bytes.Length, Compressed(bytes), page.Took.TotalMilliseconds);
        var standard = StandardReport.Make(Path.Combine(suite.Folder, "messages.ndjson"), Path.Combine(suite.Folder, "standard.html"));
        var (ours, theirs, searches) = (new List<double[]>(), new List<double[]>(), new List<double>());
        for (var i = 0; i < Repeats; i++)
        {
            theirs.Add((await OpenAsync(standard, null)).Load);
            var (load, search) = await OpenAsync(page.PagePath, Search);
            ours.Add(load);
            searches.Add(search);
        }

        _figures["milliseconds to interactive"] = Median(ours.Select(load => load[0]));
        _figures["milliseconds blocked"] = Median(ours.Select(load => load[1]));
        _figures["milliseconds to find"] = Median(searches);
        _figures["milliseconds to interactive, standard report"] = Median(theirs.Select(load => load[0]));
        _figures["share of the standard report's time to interactive"] =
            _figures["milliseconds to interactive"] / _figures["milliseconds to interactive, standard report"];
    }

    /// <summary>Each figure of a table FIGURE | AT MOST is within its limit.</summary>
    public void ShouldBeWithin(TextTable limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var over = limits.Read("FIGURE", "AT MOST")
            .Where(row => _figures[row["FIGURE"]] > double.Parse(row["AT MOST"], NumberStyles.Number, CultureInfo.InvariantCulture))
            .Select(row => row["FIGURE"]).ToList();
        if (over.Count > 0)
        {
            throw new SpecException($"Over the limit: {string.Join(", ", over)}\n{this}");
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('\n', _figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Key}: {figure.Value:0.##}")));

    private static async Task<(double[] Load, double Search)> OpenAsync(string path, string? search)
    {
        var browser = await Browser.GetAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await context.NewPageAsync();
        await tab.GotoAsync(new Uri(path).AbsoluteUri, new PageGotoOptions { Timeout = 120_000 });
        var load = await tab.EvaluateAsync<double[]>(Load);
        return (load, search is null ? 0 : await tab.EvaluateAsync<double>(search));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Repeats / 2);

    private static int Compressed(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var packer = new GZipStream(target, CompressionLevel.Optimal))
        {
            packer.Write(bytes);
        }

        return target.ToArray().Length;
    }
}
