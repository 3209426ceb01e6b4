using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>Adds the tags of the Examples to the traits of every row.</summary>
public sealed class ScenarioOutlineDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    private readonly SkippableTheoryDiscoverer rows = new(diagnosticMessageSink);

    /// <summary>The rows of one outline.</summary>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        foreach (var row in rows.Discover(discoveryOptions, testMethod, factAttribute))
        {
            AddTags(row);
            yield return row;
        }
    }

    private static void AddTags(IXunitTestCase row)
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
