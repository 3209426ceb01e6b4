using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>Orders classes, and the tests of a class, by the seed of the run.</summary>
internal sealed class RandomOrderer : ITestCaseOrderer, ITestCollectionOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => RunOrder.Shuffle(testCases, test => test.UniqueID);

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        RunOrder.Shuffle(testCollections, collection => collection.DisplayName);
}
