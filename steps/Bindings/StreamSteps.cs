using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Changes that somebody else found and pipes into the sync.</summary>
[Binding]
public sealed class StreamSteps(FeedDriver feed)
{
    [Given("the feed has {string}")]
    public void Shape(string shape) => feed.Shape(shape);

    [StepDefinition(@"^the printed changes from ""([^""]*)"" to ""([^""]*)"" (were|are) piped into the sync$")]
    public Task PipePrinted(string from, string to, Tense tense) => feed.PipePrintedAsync(from, to, tense);

    [StepDefinition(@"^the printed changes of ""([^""]*)"" (were|are) piped into the sync$")]
    public Task PipePrintedOf(string repository, Tense tense) => feed.PipePrintedAsync(repository, tense);

    [StepDefinition(@"^these changes (were|are) piped into the sync( with \d+ failed lines?| in vain|)$")]
    public Task Pipe(Tense tense, FailedCount failed, string lines) => feed.PipeAsync(tense, failed, lines);
}
