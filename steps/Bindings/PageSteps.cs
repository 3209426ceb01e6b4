using Drivers;
using Reqnroll;
using Reqnroll.UnitTestProvider;

namespace Bindings;

/// <summary>The living documentation as a page, and those who read it.</summary>
[Binding]
public sealed class PageSteps(
    MadeUpSuite suite, PageDriver page, Reader reader, ReaderChecks checks, PageFigures figures, IReqnrollOutputHelper output)
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

    [Given("^(?:a|the) suite (with hostile text in every place|of [0-9,]+ scenarios with a drawing each|was reordered and scenarios were added)$")]
    public void Suite(string kind) => suite.Make(kind);

    [When(@"^a reader (clicks|looks for|follows the address of a search for) (?:""([^""]*)""|'([^']*)')$")]
    public Task Does(string act, string words) => reader.DoAsync(act, words);

    [When(@"^a reader opens the page(?: (with|without) JavaScript| (on paper))?$")]
    public Task Opens(string manner) => reader.OpenAsync(manner);

    [When("the page is measured as {string}, and the standard report as {string}")]
    public async Task Measure(string ours, string theirs)
    {
        await figures.MeasureAsync(ours, theirs);
        output.WriteLine(figures.ToString());
    }

    [Then("^(every earlier link still leads to its scenario|every link of the page leads to one place|the page is the same when it is made again)$")]
    public Task Lasts(string what) => page.ShouldLastAsync(what);

    [Then("^(nothing of the page is hidden|no script ran and no host was asked|an accessibility check finds nothing|every title can be read as it is written)$")]
    public Task Holds(string what) => checks.ShouldHoldAsync(what);

    [Then("^the (page does not show|reader does not see) \"([^\"]*)\"$")]
    public Task Lacks(string where, string text) => checks.ShouldLackAsync(where, text);

    [Then("^the (page shows|reader sees)$")]
    public Task Shows(string where, string lines) => checks.ShouldShowAsync(where, lines);

    [Then("the page draws")]
    public void Draws(TextTable drawings) => page.ShouldDraw(drawings);

    [StepDefinition("^the page (?:was|is) made$")]
    public Task Make() => page.MakeAsync();
}
