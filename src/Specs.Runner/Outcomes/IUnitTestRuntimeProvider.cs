using System.Diagnostics.CodeAnalysis;

namespace Reqnroll.UnitTestProvider;

/// <summary>Ends the running test with an outcome other than passed or failed.</summary>
public interface IUnitTestRuntimeProvider
{
    /// <summary>Reports the test as pending.</summary>
    [DoesNotReturn]
    void TestPending(string message);

    /// <summary>Reports the test as inconclusive.</summary>
    [DoesNotReturn]
    void TestInconclusive(string message);

    /// <summary>Reports the test as skipped, with this reason.</summary>
    [DoesNotReturn]
    void TestIgnore(string message);
}
