using System.Globalization;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>Makes every row of an outline a test that can be skipped, and adds the tags of its Examples to its traits.</summary>
public sealed class ScenarioOutlineDiscoverer(IMessageSink diagnosticMessageSink)
    : TheoryDiscoverer(diagnosticMessageSink)
{
    /// <summary>The tests of the rows, which the feature holds as data; ignored ones are reported as skipped.</summary>
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        ArgumentNullException.ThrowIfNull(theoryAttribute);
        if (theoryAttribute.GetNamedArgument<string>(nameof(FactAttribute.Skip)) is { } reason)
        {
            return CreateTestCasesForSkip(discoveryOptions, testMethod, theoryAttribute, reason);
        }

        var pickles = FeatureSource.Of(testMethod.TestClass.Class.ToRuntimeType()).Pickles;
        return pickles
            .Select((pickle, index) => (Pickle: pickle, Row: RowOf(pickle, index)))
            .Where(example => example.Pickle.Method == testMethod.Method.Name)
            .SelectMany(example => example.Pickle.IsIgnored
                ? CreateTestCasesForSkippedDataRow(discoveryOptions, testMethod, theoryAttribute, example.Row, "Ignored")
                : CreateTestCasesForDataRow(discoveryOptions, testMethod, theoryAttribute, example.Row));
    }

    /// <summary>The test of one row.</summary>
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo theoryAttribute,
        object[] dataRow)
    {
        var row = ScenarioDiscoverer.Test(DiagnosticMessageSink, discoveryOptions, testMethod, dataRow);
        AddTags(row);
        yield return row;
    }

    private static object[] RowOf(Pickle pickle, int index) =>
        [.. pickle.Arguments.Select(cell => cell.Value), index.ToString(CultureInfo.InvariantCulture), pickle.ExamplesTags];

    private static void AddTags(SkippableFactTestCase row)
    {
        if (row.TestMethodArguments is not [.., string[] { Length: > 0 } tags])
        {
            return;
        }

        if (!row.Traits.TryGetValue(ScenarioTraits.Category, out var categories))
        {
            row.Traits[ScenarioTraits.Category] = categories = [];
        }

        categories.AddRange(tags);
    }
}
