using System.Globalization;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>Tells the messages of scenarios that xUnit skipped without running anything.</summary>
internal static class IgnoredScenarios
{
    public static void Report(TestRun run, IEnumerable<IXunitTestCase> testCases)
    {
        var features = run.Features.ToDictionary(feature => feature.TestClass.FullName!);
        foreach (var test in testCases.Where(test => test.SkipReason is not null))
        {
            if (features.TryGetValue(test.TestMethod.TestClass.Class.Name, out var feature))
            {
                Report(run, feature, test);
            }
        }
    }

    private static void Report(TestRun run, FeatureSource feature, IXunitTestCase test)
    {
        foreach (var pickle in feature.Pickles.Where(pickle => pickle.Method == test.TestMethod.Method.Name))
        {
            if (IsRow(test, Array.IndexOf(feature.Pickles, pickle)))
            {
                ScenarioRecorder.NotRun(run, feature, pickle, StepResult.Because(test.SkipReason));
            }
        }
    }

    /// <summary>A whole outline that is ignored is one test without arguments.</summary>
    private static bool IsRow(IXunitTestCase test, int pickle) =>
        test.TestMethodArguments is not { Length: >= 2 } arguments
        || arguments[^2] as string == pickle.ToString(CultureInfo.InvariantCulture);
}
