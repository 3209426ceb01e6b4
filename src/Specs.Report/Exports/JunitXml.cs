using System.Globalization;
using System.Xml.Linq;
using Specs.Report.Model;

namespace Specs.Report.Exports;

/// <summary>The run for readers of JUnit: a suite a feature, a case an example.</summary>
/// <remarks>
/// Names are unique, because hosts show only the first of equal ones. What JUnit has no word for is a failure, never a
/// pass: undefined, ambiguous, pending, not run. A flaky example passes here and says so; the gate decides on it.
/// </remarks>
internal static class JunitXml
{
    public static XDocument Of(Documentation documentation) => new(
        new XElement(
            "testsuites",
            [
                new XAttribute("name", "specs"),
                .. Counts(documentation.Outcomes),
                .. documentation.Suite.Features.Select(feature => SuiteOf(feature, [.. documentation.Of(feature)])),
            ]));

    private static XElement SuiteOf(Feature feature, IReadOnlyList<Outcome> outcomes)
    {
        var names = new UniqueNames();
        return new(
            "testsuite",
            [
                new XAttribute("name", XmlText.Of(feature.Name)),
                new XAttribute("file", feature.Path),
                .. Counts(outcomes),
                .. outcomes.Select(outcome => CaseOf(outcome, names.For(outcome.Example))),
            ]);
    }

    private static IEnumerable<XAttribute> Counts(IReadOnlyList<Outcome> outcomes) =>
    [
        new("tests", outcomes.Count),
        new("failures", outcomes.Count(IsFailure)),
        new("errors", 0),
        new("skipped", outcomes.Count(IsSkipped)),
        new("time", Seconds(outcomes.Aggregate(TimeSpan.Zero, (sum, outcome) => sum + outcome.Duration))),
    ];

    private static bool IsSkipped(Outcome outcome) => outcome.Column is Verdict.Skipped or Verdict.Quarantined;

    private static bool IsFailure(Outcome outcome) =>
        outcome.Column is not (Verdict.Passed or Verdict.Flaky) && !IsSkipped(outcome);

    private static XElement CaseOf(Outcome outcome, string name) => new(
        "testcase",
        new XAttribute("name", XmlText.Of(name)),
        new XAttribute("classname", XmlText.Of(outcome.Example.FeatureName)),
        new XAttribute("file", outcome.Example.Path),
        new XAttribute("line", outcome.Example.Line),
        new XAttribute("time", Seconds(outcome.Duration)),
        ResultOf(outcome));

    private static XElement? ResultOf(Outcome outcome)
    {
        var word = Ledger.NameOf(outcome.Column);
        return outcome switch
        {
            { Column: Verdict.Passed } => null,
            { Column: Verdict.Flaky } => new("system-out", XmlText.Of($"flaky: {outcome.Reason}")),
            { Quarantine: { } entry } => new(
                "skipped",
                new XAttribute("message",
                    XmlText.Of($"quarantined until {entry.Until:yyyy-MM-dd}, {entry.Owner}: {entry.Reason}"))),
            { Column: Verdict.Skipped } => new("skipped", new XAttribute("message", XmlText.Of(outcome.Reason))),
            _ => new(
                "failure",
                new XAttribute("type", word),
                new XAttribute("message", XmlText.Of($"{word}: {outcome.Reason}")),
                XmlText.Of(outcome.Last?.Decisive?.Message ?? "")),
        };
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
