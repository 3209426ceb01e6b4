using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>Makes every row a test that can be skipped, and adds the tags of its Examples to its traits.</summary>
public sealed class ScenarioOutlineDiscoverer(IMessageSink diagnosticMessageSink)
    : TheoryDiscoverer(diagnosticMessageSink)
{
    /// <summary>The test of one row.</summary>
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo theoryAttribute,
        object[] dataRow)
    {
        var row = new SkippableFactTestCase(
            [typeof(SkipException).FullName!],
            DiagnosticMessageSink,
            discoveryOptions.MethodDisplayOrDefault(),
            discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod,
            dataRow);
        AddTags(row);
        yield return row;
    }

    private static void AddTags(SkippableFactTestCase row)
    {
        if (row.TestMethodArguments is not [.., string[] { Length: > 0 } tags])
        {
            return;
        }

        if (!row.Traits.TryGetValue("Category", out var categories))
        {
            row.Traits["Category"] = categories = [];
        }

        categories.AddRange(tags);
    }
}
