using System.Globalization;
using System.IO.Compression;
using Microsoft.Playwright;

namespace Drivers;

/// <summary>How large the page is and how fast a real browser is with it, beside the standard Cucumber report of the same run.</summary>
public sealed class PageFigures(SpecsSuite suite, PageDriver page, Measurements measurements)
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

    /// <summary>From a letter to the next picture, the third letter and later ones; the slowest counts.</summary>
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

    /// <summary>From the same words in the standard report to the first picture that shows something else; who waits for 15 s gives up.</summary>
    private const string StandardSearch = """
        async () => {
          const box = document.querySelector('input[name=query]');
          const shown = () => document.querySelectorAll('h2').length + document.querySelectorAll('h3').length;
          const [before, began] = [shown(), performance.now()];
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, 'case 12');
          box.dispatchEvent(new Event('input', { bubbles: true }));
          while (shown() === before && performance.now() - began < 15000) await new Promise(done => setTimeout(done, 5));
          return performance.now() - began;
        }
        """;

    private readonly Dictionary<string, double> _figures = [];

    /// <summary>Makes both reports and measures them in turn; the best of three counts, on both sides: what else the machine does can only add.</summary>
    /// <param name="ours">What the figures of the page are noted under.</param>
    /// <param name="theirs">What those of the standard report are noted under.</param>
    public async Task MeasureAsync(string ours, string theirs)
    {
        await page.MakeAsync(); // the first one also starts the program
        await page.MakeAsync();
        var bytes = await File.ReadAllBytesAsync(page.PagePath);
        Note("bytes", ours, bytes.Length);
        Note("bytes compressed", ours, Compressed(bytes));
        Note("milliseconds to make", ours, page.Took.TotalMilliseconds);
        var standard = StandardReport.Make(Path.Combine(suite.Folder, "messages.ndjson"), Path.Combine(suite.Folder, "standard.html"));
        var (pages, standards) = (new List<double[]>(), new List<double[]>());
        for (var i = 0; i < Repeats; i++)
        {
            standards.Add(await OpenAsync(standard, i == 0 ? StandardSearch : null));
            pages.Add(await OpenAsync(page.PagePath, Search));
        }

        NoteAll(ours, pages);
        NoteAll(theirs, standards);
        Note("milliseconds to find", theirs, standards[0][2]);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('\n', _figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Key}: {figure.Value:0.##}")));

    private void NoteAll(string run, List<double[]> loads)
    {
        Note("milliseconds to interactive", run, loads.Min(load => load[0]));
        Note("milliseconds blocked", run, loads.Min(load => load[1]));
        Note("milliseconds to find", run, loads.Min(load => load[2]));
    }

    private void Note(string measure, string run, double value)
    {
        measurements.Note(measure, run, value);
        _figures[$"{run}, {measure}"] = value;
    }

    private static async Task<double[]> OpenAsync(string path, string? search)
    {
        var browser = await Browser.GetAsync();
        await using var context = await browser.NewContextAsync();
        var tab = await context.NewPageAsync();
        await tab.GotoAsync(new Uri(path).AbsoluteUri, new PageGotoOptions { Timeout = 120_000 });
        var load = await tab.EvaluateAsync<double[]>(Load);
        return [.. load, search is null ? 0 : await tab.EvaluateAsync<double>(search)];
    }

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
