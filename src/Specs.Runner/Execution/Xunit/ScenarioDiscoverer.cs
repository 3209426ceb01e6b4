using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>Makes a scenario a test that can be skipped while it runs.</summary>
public sealed class ScenarioDiscoverer(IMessageSink diagnosticMessageSink) : FactDiscoverer(diagnosticMessageSink)
{
    /// <summary>The test of the scenario.</summary>
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Test(DiagnosticMessageSink, discoveryOptions, testMethod);

    internal static SkippableFactTestCase Test(
        IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method, object[]? row = null) =>
        new(
            [typeof(SkipException).FullName!],
            diagnostics,
            options.MethodDisplayOrDefault(),
            options.MethodDisplayOptionsOrDefault(),
            method,
            row);
}
