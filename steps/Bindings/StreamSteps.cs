using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Changes that somebody else found and pipes into the sync.</summary>
[Binding]
public sealed class StreamSteps(FeedDriver feed)
{
    [Given("the feed has {string}")]
    public void Shape(string shape) => feed.Shape(shape);

    [Given("the printed changes from {string} to {string} were piped into the sync")]
    public Task PipedPrinted(string from, string to) => feed.HavePipedPrintedAsync(from, to);

    [Given("these changes were piped into the sync")]
    public Task Piped(string lines) => feed.HavePipedAsync(lines, failedLines: 0);

    [Given(@"^these changes were piped into the sync with (\d+) failed lines?$")]
    public Task PipedInPart(int failed, string lines) => feed.HavePipedAsync(lines, failed);

    [When("the printed changes from {string} to {string} are piped into the sync")]
    public Task PipePrinted(string from, string to) => feed.PipePrintedAsync(from, to);

    [When("these changes are piped into the sync")]
    public Task Pipe(string lines) => feed.PipeAsync(lines);
}
