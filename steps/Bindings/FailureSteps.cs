using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Single failures: what they are called, how often they are tried, and when a dependency is given a rest.</summary>
[Binding]
public sealed class FailureSteps(OperationDriver operation, StoreFaults store, NeapCommand neap)
{
    [Given(@"^(\d+) (second|minute|hour|day)s? passed$")]
    public void Passed(int count, string unit) => neap.Wait(count * Transformations.Unit(unit));

    [When(@"^(an operation|another program) fails( for the \d+(?:st|nd|rd|th) time|) (?:because|and says) ""([^""]*)""$")]
    public Task Fails(string who, string time, string cause) => operation.ClassifyAsync(who, time, cause);

    [When(@"^an operation is tried that fails (\d+) times? because ""([^""]*)""$")]
    public Task Tried(int failures, string cause) => operation.CallAsync(failures, cause);

    [Then(@"^it was tried (\d+) times? and (succeeded|failed)$")]
    public void WasTried(int tries, string end) => operation.ShouldHaveTried(tries, end);

    [Then(@"^the call was (made|kept back)$")]
    public void CallWas(string outcome) => operation.ShouldHaveBeen(outcome);

    [Then("the circuit breaker of the index store is {string}")]
    public void BreakerIs(string state) => operation.BreakerShouldBe(state);

    [Then("the failure is {string} and {string}")]
    public void Is(string category, string severity) => operation.ShouldBe(category, severity);

    [Then(@"^the index store was called (\d+) times?$")]
    public void Called(int times) => store.ShouldHaveBeenCalled(times);

    [Then("the longest pauses would be {string} seconds")]
    public void Paused(string seconds) => operation.ShouldHavePaused(seconds);

    [StepDefinition(@"^(a|\d+) calls? of the index store (failed|answered|""[^""]*"")$")]
    public void Call(string count, string end) => operation.CallStore(count, end.Trim('"'));
}
