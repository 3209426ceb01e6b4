using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>Runs an assembly in random order and closes the run behind its last test.</summary>
internal sealed class SpecsAssemblyRunner(
    ITestAssembly testAssembly,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageSink executionMessageSink,
    ITestFrameworkExecutionOptions executionOptions)
    : XunitTestAssemblyRunner(testAssembly, testCases, diagnosticMessageSink, executionMessageSink, executionOptions)
{
    private readonly SemaphoreSlim _places = Places(executionOptions);
    private readonly SemaphoreSlim _placesSideBySide = Places(executionOptions);

    private TestRun Run => TestRun.Of(((IReflectionAssemblyInfo)TestAssembly.Assembly).Assembly);

    protected override async Task AfterTestAssemblyStartingAsync()
    {
        await base.AfterTestAssemblyStartingAsync();
        TestCaseOrderer = new RandomOrderer();
        TestCollectionOrderer = new RandomOrderer();
        DiagnosticMessageSink.OnMessage(new DiagnosticMessage(RunOrder.Announcement));
    }

    /// <summary>xUnit counts the collections at work in the method that this one replaces, so they are counted here.</summary>
    protected override async Task<RunSummary> RunTestCollectionAsync(
        IMessageBus messageBus,
        ITestCollection testCollection,
        IEnumerable<IXunitTestCase> testCases,
        CancellationTokenSource cancellationTokenSource)
    {
        await _places.WaitAsync(cancellationTokenSource.Token);
        try
        {
            return await new SpecsCollectionRunner(
                testCollection,
                testCases,
                DiagnosticMessageSink,
                messageBus,
                TestCaseOrderer,
                new ExceptionAggregator(Aggregator),
                cancellationTokenSource,
                _placesSideBySide).RunAsync();
        }
        finally
        {
            _places.Release();
        }
    }

    private static SemaphoreSlim Places(ITestFrameworkExecutionOptions options) =>
        new(options.MaxParallelThreadsOrDefault() is > 0 and var asked ? asked : int.MaxValue);

    protected override async Task BeforeTestAssemblyFinishedAsync()
    {
        IgnoredScenarios.Report(Run, TestCases);
        if (await Run.EndAsync() is { } error)
        {
            Aggregator.Add(error);
        }

        await base.BeforeTestAssemblyFinishedAsync();
    }
}
