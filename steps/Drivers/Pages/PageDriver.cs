using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions.Execution;

namespace Drivers;

/// <summary>The page that <c>specs report</c> makes of a suite, read as text.</summary>
public sealed partial class PageDriver(SpecsSuite suite, SpecsDriver specs)
{
    private const string Name = "report.html";
    private string _before = "";

    /// <summary>Where the page is.</summary>
    public string PagePath => Path.Combine(suite.Folder, Name);

    /// <summary>The page.</summary>
    public string Page => File.Exists(PagePath) ? File.ReadAllText(PagePath) : throw new SpecException("No page was made.");

    /// <summary>How many scenarios the page holds.</summary>
    public int Scenarios => Card().Count(Page);

    /// <summary>How many drawings the page holds.</summary>
    public int Drawings => Drawing().Count(Page);

    /// <summary>How long the page took to make.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Makes the page with everything that was set up; there has to be one afterwards.</summary>
    public async Task MakeAsync()
    {
        _before = File.Exists(PagePath) ? Page : "";
        File.Delete(PagePath);
        var began = TimeProvider.System.GetTimestamp();
        await specs.TypeAsync(["report", "--title", "Shop", "--output", Name, .. suite.Options]);
        Took = TimeProvider.System.GetElapsedTime(began);
        _ = Page;
    }

    /// <summary>Every line stands in the text of the page, in this order.</summary>
    public void ShouldShow(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (text, at) = (Text(), 0);
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0))
        {
            var found = text.IndexOf(line, at, StringComparison.Ordinal);
            Execute.Assertion.ForCondition(found >= 0).FailWith("The page lacks, or has elsewhere: {0}\n\n{1}", line, text);
            at = found + line.Length;
        }
    }

    /// <summary>The page has drawings whose description contains a text, in these numbers.</summary>
    public void ShouldDraw(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var drawn = Drawing().Matches(Page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
        foreach (var row in expected.Read("DRAWING", "TIMES"))
        {
            var times = drawn.Count(words => words.Contains(row["DRAWING"], StringComparison.Ordinal));
            times.Should().Be(
                int.Parse(row["TIMES"], CultureInfo.InvariantCulture),
                "so often \"{0}\" is drawn; drawn are:\n{1}\n", row["DRAWING"], string.Join('\n', drawn));
        }
    }

    /// <summary>The page does not have a text anywhere.</summary>
    public void ShouldNotShow(string text) => Text().Should().NotContain(text);

    /// <summary>Whoever comes back finds what was there.</summary>
    /// <param name="what"><c>every earlier link still leads to its scenario</c>, <c>every link of the page leads to one place</c>,
    /// or <c>the page is the same when it is made again</c>.</param>
    public Task ShouldLastAsync(string what)
    {
        if (what == "the page is the same when it is made again")
        {
            return ShouldBeReproducibleAsync();
        }

        Action check = what == "every link of the page leads to one place" ? ShouldHaveTargets : ShouldKeepLinks;
        check();
        return Task.CompletedTask;
    }

    /// <summary>Every place that the earlier page had a link for is there, under the same name and for the same scenario.</summary>
    private void ShouldKeepLinks()
    {
        var now = Places(Page);
        var lost = Places(_before).Where(place => now.GetValueOrDefault(place.Key) != place.Value).Select(place => place.Value).ToList();
        now.Should().NotBeEmpty("the page has links");
        lost.Should().BeEmpty("every earlier link still leads to its scenario");
    }

    /// <summary>Every link within the page leads to exactly one place.</summary>
    private void ShouldHaveTargets()
    {
        var ids = Id().Matches(Page).Select(match => match.Groups[1].Value).ToList();
        var twice = ids.CountBy(id => id).Where(id => id.Value > 1).Select(id => id.Key);
        var lost = Link().Matches(Page).Select(match => match.Groups[1].Value).Except(ids);
        twice.Concat(lost).Should().BeEmpty("no place is there twice or not at all");
    }

    /// <summary>Makes the page of the same run again and finds it equal to the byte.</summary>
    private async Task ShouldBeReproducibleAsync()
    {
        var first = Page;
        await MakeAsync();
        (first == Page).Should().BeTrue("the same run gives the same page");
    }

    private string Text() => Blank().Replace(WebUtility.HtmlDecode(Element().Replace(Hidden().Replace(Page, ""), " ")), " ");

    private static Dictionary<string, string> Places(string page) => Card().Matches(page)
        .ToDictionary(match => match.Groups[1].Value, match => string.Create(CultureInfo.InvariantCulture, $"{WebUtility.HtmlDecode(match.Groups[2].Value)}"));

    [GeneratedRegex("<(style|script)>.*?</\\1>|<head>.*?</head>", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Element();

    [GeneratedRegex("<svg class=\"dw\" [^>]*aria-label=\"([^\"]*)\"")]
    private static partial Regex Drawing();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex(" href=\"#([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<section id=\"([^\"]*)\" class=\"s [^>]*><h[34]><a href=\"#[^\"]*\">([^<]*)</a>")]
    private static partial Regex Card();
}
