using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>Starts the scenarios of one feature in the order of the seed and lets them run side by side.</summary>
internal sealed class SideBySideClassRunner(
    ITestClass testClass,
    IReflectionTypeInfo @class,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageBus messageBus,
    ITestCaseOrderer testCaseOrderer,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource,
    IDictionary<Type, object> collectionFixtureMappings)
    : XunitTestClassRunner(
        testClass,
        @class,
        testCases,
        diagnosticMessageSink,
        messageBus,
        testCaseOrderer,
        aggregator,
        cancellationTokenSource,
        collectionFixtureMappings)
{
    protected override async Task<RunSummary> RunTestMethodsAsync()
    {
        var summary = new RunSummary();
        var running = TestCaseOrderer.OrderTestCases(TestCases).Select(StartAsync).ToArray();
        foreach (var result in await Task.WhenAll(running))
        {
            summary.Aggregate(result);
        }

        return summary;
    }

    private async Task<RunSummary> StartAsync(IXunitTestCase test)
    {
        await SideBySide.Places.WaitAsync(CancellationTokenSource.Token);
        try
        {
            // The arguments hold the output of one test, so every test gets its own.
            var arguments = CreateTestClassConstructorArguments();
            return await Task.Run(
                () => RunTestMethodAsync(
                    test.TestMethod, (IReflectionMethodInfo)test.TestMethod.Method, [test], arguments),
                CancellationTokenSource.Token);
        }
        finally
        {
            SideBySide.Places.Release();
        }
    }
}
