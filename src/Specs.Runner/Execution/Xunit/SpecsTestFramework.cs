using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>xUnit's own framework, with an end of the run: hooks, messages, and a random order.</summary>
public sealed class SpecsTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    /// <summary>Runs the tests of one assembly.</summary>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases,
            IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions options)
        {
            using var runner = new SpecsAssemblyRunner(
                TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, options);
            await runner.RunAsync();
        }
    }
}
