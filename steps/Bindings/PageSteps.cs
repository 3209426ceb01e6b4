using Drivers;
using Reqnroll;
using Reqnroll.UnitTestProvider;

namespace Bindings;

/// <summary>The living documentation as a page, and those who read it.</summary>
[Binding]
public sealed class PageSteps(MadeUpSuite suite, PageDriver page, Reader reader, PageFigures figures, IReqnrollOutputHelper output)
{
    [BeforeScenario("needs.browser")]
    public static void NeedBrowser(IUnitTestRuntimeProvider runtime)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        if (Browser.WhyNot() is { } reason)
        {
            runtime.TestIgnore(reason);
        }
    }

    [BeforeScenario("needs.npm")]
    public static void NeedTools(IUnitTestRuntimeProvider runtime)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        if (Browser.WhyNoTools() is { } reason)
        {
            runtime.TestIgnore(reason);
        }
    }

    [AfterTestRun]
    public static Task StopBrowser() => Browser.StopAsync();

    [Given(@"^a suite of ([0-9,]+) scenarios with a drawing each$")]
    public void LargeSuite(string count) => suite.MakeLarge(int.Parse(count.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture));

    [Given("a suite with hostile text in every place")]
    public void HostileSuite() => suite.MakeHostile();

    [Given("the page was made")]
    public Task HaveMade() => page.HaveMadeAsync();

    [Given("the suite was reordered and scenarios were added")]
    public void Reordered() => suite.Reorder();

    [When("a reader clicks {string}")]
    public Task Clicks(string name) => reader.ClickAsync(name);

    [When("a reader follows the address of a search for {string}")]
    public Task FollowsAddress(string words) => reader.FollowAddressAsync(words);

    [When("a reader looks for {string}")]
    public Task LooksFor(string words) => reader.FindAsync(words);

    [When(@"^a reader opens the page(?: (with|without) JavaScript| (on paper))?$")]
    public Task Opens(string manner) => reader.OpenAsync(manner);

    [When("the page is made")]
    public Task Make() => page.MakeAsync();

    [When("the page is measured as {string}, and the standard report as {string}")]
    public async Task Measure(string ours, string theirs)
    {
        await figures.MeasureAsync(ours, theirs);
        output.WriteLine(figures.ToString());
    }

    [Then("an accessibility check finds nothing")]
    public Task IsAccessible() => reader.ShouldBeAccessibleAsync();

    [Then("every earlier link still leads to its scenario")]
    public void KeepsLinks() => page.ShouldKeepLinks();

    [Then("every link of the page leads to one place")]
    public void HasTargets() => page.ShouldHaveTargets();

    [Then("every title can be read as it is written")]
    public Task ReadsTitles() => reader.ShouldReadTitlesAsync([.. suite.Examples.Select(example => example.Name)]);

    [Then("no script ran and no host was asked")]
    public Task IsSafe() => reader.ShouldHaveBeenSafeAsync();

    [Then("nothing of the page is hidden")]
    public Task SeesEverything() => reader.ShouldSeeEverythingAsync();

    [Then("the page does not show {string}")]
    public void DoesNotShow(string text) => page.ShouldNotShow(text);

    [Then("the page draws")]
    public void Draws(TextTable drawings) => page.ShouldDraw(drawings);

    [Then("the page is the same when it is made again")]
    public Task IsReproducible() => page.ShouldBeReproducibleAsync();

    [Then("the page shows")]
    public void Shows(string lines) => page.ShouldShow(lines);

    [Then("the reader does not see {string}")]
    public Task DoesNotSee(string text) => reader.ShouldNotSeeAsync(text);

    [Then("the reader sees")]
    public Task Sees(string lines) => reader.ShouldSeeAsync(lines);
}
