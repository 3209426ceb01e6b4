using System.Diagnostics.CodeAnalysis;
using Reqnroll.UnitTestProvider;

namespace Reqnroll.Execution;

/// <summary>The outcomes xUnit has: it can skip; pending and inconclusive tests fail.</summary>
internal sealed class XunitRuntimeProvider : IUnitTestRuntimeProvider
{
    [DoesNotReturn]
    public void TestPending(string message) => throw new UnfinishedScenarioException($"Test pending: {message}");

    [DoesNotReturn]
    public void TestInconclusive(string message) =>
        throw new UnfinishedScenarioException($"Test inconclusive: {message}");

    [DoesNotReturn]
    public void TestIgnore(string message) => throw new Xunit.SkipException(message);
}
