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
    IDictionary<Type, object> collectionFixtureMappings,
    SemaphoreSlim places)
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
        var methods = TestCaseOrderer.OrderTestCases(TestCases).GroupBy(test => test.TestMethod, TestMethodComparer.Instance);
        foreach (var result in await Task.WhenAll([.. methods.Select(RunMethodAsync)]))
        {
            summary.Aggregate(result);
        }

        return summary;
    }

    private Task<RunSummary> RunMethodAsync(IGrouping<ITestMethod, IXunitTestCase> tests) =>
        new SideBySideMethodRunner(
            tests.Key,
            Class,
            (IReflectionMethodInfo)tests.Key.Method,
            tests,
            DiagnosticMessageSink,
            MessageBus,
            new ExceptionAggregator(Aggregator),
            CancellationTokenSource,
            CreateTestClassConstructorArguments,
            places).RunAsync();
}
