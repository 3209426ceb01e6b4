using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>
/// Starts the examples of one scenario in the order of the seed and lets them run side by side. A test host hears of each
/// method once, so an outline is one method of many tests.
/// </summary>
/// <param name="testMethod">The scenario.</param>
/// <param name="class">Its feature.</param>
/// <param name="method">Its method.</param>
/// <param name="testCases">Its examples.</param>
/// <param name="diagnosticMessageSink">For what is no result.</param>
/// <param name="messageBus">For results.</param>
/// <param name="aggregator">Collects errors.</param>
/// <param name="cancellationTokenSource">Ends the run.</param>
/// <param name="makeArguments">The arguments of the feature's constructor; they hold the output of one test, so every test gets its own.</param>
/// <param name="places">As many tests as may be at work at a time, in all features together.</param>
internal sealed class SideBySideMethodRunner(
    ITestMethod testMethod,
    IReflectionTypeInfo @class,
    IReflectionMethodInfo method,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageBus messageBus,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource,
    Func<object[]> makeArguments,
    SemaphoreSlim places)
    : XunitTestMethodRunner(
        testMethod,
        @class,
        method,
        testCases,
        diagnosticMessageSink,
        messageBus,
        aggregator,
        cancellationTokenSource,
        [])
{
    private readonly IMessageSink _diagnosticMessageSink = diagnosticMessageSink;

    protected override async Task<RunSummary> RunTestCasesAsync()
    {
        var summary = new RunSummary();
        foreach (var result in await Task.WhenAll([.. TestCases.Select(RunTestCaseAsync)]))
        {
            summary.Aggregate(result);
        }

        return summary;
    }

    protected override async Task<RunSummary> RunTestCaseAsync(IXunitTestCase testCase)
    {
        await places.WaitAsync(CancellationTokenSource.Token);
        try
        {
            return await Task.Run(
                () => testCase.RunAsync(
                    _diagnosticMessageSink, MessageBus, makeArguments(), new ExceptionAggregator(Aggregator), CancellationTokenSource),
                CancellationTokenSource.Token);
        }
        finally
        {
            places.Release();
        }
    }
}
