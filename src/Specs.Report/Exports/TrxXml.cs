using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Specs.Report.Model;

namespace Specs.Report.Exports;

/// <summary>The run for readers of Visual Studio test results.</summary>
internal static class TrxXml
{
    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private static readonly Guid TestType = new("13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b");
    private static readonly Guid List = new("8c84fa94-04c1-424b-9868-57a2d4851a1d");

    public static XDocument Of(Documentation documentation)
    {
        var started = documentation.Run.Started ?? DateTimeOffset.UnixEpoch;
        var tests = documentation.Suite.Features.SelectMany(feature => Tests(documentation, feature)).ToList();
        return new(new XElement(
            Ns + "TestRun",
            new XAttribute("id", IdOf($"{started:O}")),
            new XAttribute("name", "specs"),
            new XElement(
                Ns + "Times",
                new XAttribute("start", Moment(started)),
                new XAttribute("finish", Moment(started + documentation.Run.Duration))),
            new XElement(Ns + "Results", tests.Select(ResultOf)),
            new XElement(Ns + "TestDefinitions", tests.Select(DefinitionOf)),
            new XElement(Ns + "TestEntries", tests.Select(EntryOf)),
            new XElement(Ns + "TestLists",
                new XElement(Ns + "TestList", new XAttribute("name", "Features"), new XAttribute("id", List))),
            SummaryOf(documentation)));
    }

    private static IEnumerable<(Outcome Outcome, string Name)> Tests(Documentation documentation, Feature feature)
    {
        var names = new UniqueNames();
        return [.. documentation.Of(feature).Select(outcome => (outcome, XmlText.Of(names.For(outcome.Example))))];
    }

    private static XElement ResultOf((Outcome Outcome, string Name) test)
    {
        var (outcome, name) = test;
        return new(
            Ns + "UnitTestResult",
            new XAttribute("executionId", IdOf($"run {outcome.Example.Anchor}")),
            new XAttribute("testId", IdOf(outcome.Example.Anchor)),
            new XAttribute("testName", name),
            new XAttribute("duration", outcome.Duration.ToString("c", CultureInfo.InvariantCulture)),
            new XAttribute("testType", TestType),
            new XAttribute("outcome", WordOf(outcome.Column)),
            new XAttribute("testListId", List),
            outcome.Column == Verdict.Passed ? null : new XElement(
                Ns + "Output",
                new XElement(
                    Ns + "ErrorInfo",
                    new XElement(Ns + "Message", XmlText.Of($"{Ledger.NameOf(outcome.Column)}: {outcome.Reason}")))));
    }

    private static XElement DefinitionOf((Outcome Outcome, string Name) test) => new(
        Ns + "UnitTest",
        new XAttribute("name", test.Name),
        new XAttribute("storage", test.Outcome.Example.Path),
        new XAttribute("id", IdOf(test.Outcome.Example.Anchor)),
        new XElement(Ns + "Execution", new XAttribute("id", IdOf($"run {test.Outcome.Example.Anchor}"))),
        new XElement(
            Ns + "TestMethod",
            new XAttribute("codeBase", test.Outcome.Example.Path),
            new XAttribute("className", XmlText.Of(test.Outcome.Example.FeatureName)),
            new XAttribute("name", test.Name)));

    private static XElement EntryOf((Outcome Outcome, string Name) test) => new(
        Ns + "TestEntry",
        new XAttribute("testId", IdOf(test.Outcome.Example.Anchor)),
        new XAttribute("executionId", IdOf($"run {test.Outcome.Example.Anchor}")),
        new XAttribute("testListId", List));

    private static XElement SummaryOf(Documentation documentation)
    {
        var ledger = documentation.Ledger;
        int Count(string word) => Ledger.Columns.Where(column => WordOf(column) == word).Sum(column => ledger[column]);
        var (passed, failed, left) = (Count("Passed"), Count("Failed"), Count("NotExecuted"));
        return new(
            Ns + "ResultSummary",
            new XAttribute("outcome", failed == 0 && documentation.State.IsComplete ? "Completed" : "Failed"),
            new XElement(
                Ns + "Counters",
                new XAttribute("total", ledger.Specified),
                new XAttribute("executed", ledger.Specified - left),
                new XAttribute("passed", passed),
                new XAttribute("failed", failed),
                new XAttribute("notExecuted", left)));
    }

    /// <summary>As in JUnit: what there is no word for has failed.</summary>
    private static string WordOf(Verdict column) => column switch
    {
        Verdict.Passed or Verdict.Flaky => "Passed",
        Verdict.Skipped or Verdict.Quarantined => "NotExecuted",
        _ => "Failed",
    };

    private static Guid IdOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16]);

    private static string Moment(DateTimeOffset moment) => moment.ToString("O", CultureInfo.InvariantCulture);
}
