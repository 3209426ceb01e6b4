using System.Collections.Concurrent;
using System.Reflection;
using Reqnroll.Execution;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace RunnerFacts.Laboratory;

/// <summary>Runs an assembly as a test host would, through the runner's own test framework.</summary>
internal sealed class XunitRun : LongLivedMarshalByRefObject, IMessageSink
{
    private readonly ConcurrentQueue<LabTest> results = new();
    private readonly ConcurrentQueue<ITestCase> found = new();
    private readonly ConcurrentDictionary<string, bool> begun = new();
    private readonly TaskCompletionSource discovered = new();
    private readonly TaskCompletionSource finished = new();

    public static async Task<IReadOnlyList<LabTest>> OfAsync(Assembly assembly)
    {
        var run = new XunitRun();
        var options = new XunitOptions();
        using var framework = new SpecsTestFramework(run);
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(includeSourceInformation: false, run, options);
        await run.discovered.Task;
        using var executor = framework.GetExecutor(assembly.GetName());
        executor.RunTests(run.found.Where(IsScenario), run, options);
        await run.finished.Task;
        return [.. run.results];
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage discovery:
                found.Enqueue(discovery.TestCase);
                break;
            case IDiscoveryCompleteMessage:
                discovered.TrySetResult();
                break;
            case ITestAssemblyFinished:
                finished.TrySetResult();
                break;
            default:
                Note(message);
                break;
        }

        return true;
    }

    /// <summary>The dry run has facts of its own.</summary>
    private static bool IsScenario(ITestCase test) =>
        !test.TestMethod.TestClass.Class.Name.EndsWith("StepsAndDefinitions", StringComparison.Ordinal);

    private void Note(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestPassed passed:
                results.Enqueue(LabTest.Of(passed, "passed"));
                break;
            case ITestFailed failed:
                results.Enqueue(LabTest.Of(failed, "failed") with { Errors = LabError.Of(failed) });
                break;
            case ITestSkipped skipped:
                results.Enqueue(LabTest.Of(skipped, "skipped") with { Reason = skipped.Reason });
                break;
            case ITestMethodStarting starting when !begun.TryAdd(LabTest.NameOf(starting), true):
                results.Enqueue(new LabTest($"{LabTest.NameOf(starting)} began twice, which ends the run of a test host", "failed"));
                break;
            case ITestClassCleanupFailure failure:
                results.Enqueue(LabTest.Cleanup("class") with { Errors = LabError.Of(failure) });
                break;
            case ITestAssemblyCleanupFailure failure:
                results.Enqueue(LabTest.Cleanup("assembly") with { Errors = LabError.Of(failure) });
                break;
        }
    }
}
