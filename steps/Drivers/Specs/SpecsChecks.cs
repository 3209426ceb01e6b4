using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Drivers;

/// <summary>Looks at what <c>specs</c> said, with eyes of its own: no type of the product is used to read it.</summary>
public sealed class SpecsChecks(SpecsDriver specs, SpecsSuite suite, RunLog log)
{
    private static readonly string[] Columns =
        ["passed", "flaky", "failed", "undefined", "ambiguous", "pending", "skipped", "not run", "quarantined"];

    /// <summary>
    /// The rules of the gate file were answered like this; completeness, which is always there, is left out.
    /// </summary>
    public void ShouldHaveAnswered(TextTable expected)
    {
        var rules = log.Last.Json().GetProperty("rules").EnumerateArray().Skip(1)
            .Select(rule => new Dictionary<string, string>
        {
            ["RULE"] = rule.GetProperty("rule").GetString()!,
            ["WANTED"] = rule.GetProperty("wanted").GetString()!,
            ["FOUND"] = rule.GetProperty("found").GetString()!,
            ["ANSWER"] = rule.GetProperty("answer").GetString()!,
            ["BECAUSE OF"] = string.Join("; ",
                rule.GetProperty("because").EnumerateArray().Select(cause => cause.GetProperty("text").GetString())),
        });
        expected.ShouldBeExactly("The gate answered", rules);
    }

    /// <summary>Two versions of the features differ like this.</summary>
    public void ShouldDiffer(TextTable expected)
    {
        var changes = log.Last.Json().GetProperty("changes").EnumerateArray()
            .Select(change => new Dictionary<string, string>
        {
            ["CHANGE"] = change.GetProperty("kind").GetString()!,
            ["FEATURE"] = change.GetProperty("path").GetString()!,
            ["SCENARIO"] = change.GetProperty("scenario").GetString()!,
            ["DETAIL"] = string.Join("; ",
                change.GetProperty("details").EnumerateArray().Select(detail => detail.GetString())),
        });
        expected.ShouldBeExactly("The features changed", changes);
    }

    /// <summary>
    /// Gate, summary, JUnit and TRX all count as the table says; a column that it does not list counts 0.
    /// </summary>
    public async Task ShouldCountAsync(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var row = expected.Read(["SPECIFIED", .. Columns.Select(column => column.ToUpperInvariant())])[0];
        var ledger = Columns.ToDictionary(column => column, column => Number(row.Or(column.ToUpperInvariant(), "0")));
        var specified = Number(row["SPECIFIED"]);
        if (ledger.Values.Sum() != specified)
        {
            throw new SpecException($"The table does not add up: {ledger.Values.Sum()} and not {specified}.");
        }

        var line = $"{specified} specified = {string.Join(" + ", Columns.Select(column => $"{ledger[column]} {column}"))}";
        Compare("gate", $"{line}\n{line}", await GateAsync());
        Compare("summary", line,
            (await RunAsync("summary")).Split('\n')
                .FirstOrDefault(text => text.Contains(" specified = ", StringComparison.Ordinal)) ?? "");
        var (left, passed) = (ledger["skipped"] + ledger["quarantined"], ledger["passed"] + ledger["flaky"]);
        var coarse = $"{specified} tests, {passed} passed, {left} left out, {specified - passed - left} failed";
        Compare("junit", $"{coarse}, {specified} names", Junit(XDocument.Parse(await RunAsync("junit"))));
        Compare("trx", coarse, Trx(XDocument.Parse(await RunAsync("trx"))));
    }

    private static void Compare(string output, string expected, string found) =>
        found.Should().Be(expected, "{0} counts as the table says", output);

    private async Task<string> GateAsync()
    {
        suite.WriteFile("features/gate.yml", "- { rule: skipped, max: 100% }");
        var json = JsonDocument.Parse(await RunAsync("gate", "--json")).RootElement;
        var counts = json.GetProperty("ledger").EnumerateObject()
            .Select(column => $"{column.Value.GetInt32()} {column.Name}");
        var text = (await RunAsync("gate")).Split('\n')[1];
        return $"{json.GetProperty("specified").GetInt32()} specified = {string.Join(" + ", counts)}\n{text}";
    }

    private static string Junit(XDocument document)
    {
        var cases = document.Descendants("testcase").ToList();
        var (left, failed) = (cases.Count(test => test.Element("skipped") is not null),
            cases.Count(test => test.Element("failure") is not null));
        var names = cases.Select(test => (test.Attribute("classname")!.Value,
            test.Attribute("name")!.Value)).Distinct().Count();
        var root = document.Root!;
        return (root.Attribute("tests")!.Value, root.Attribute("failures")!.Value,
            root.Attribute("skipped")!.Value) == ($"{cases.Count}", $"{failed}", $"{left}")
            ? $"{cases.Count} tests, {cases.Count - left - failed} passed, {left} left out, {failed} failed, {names} names"
            : $"totals that differ from the cases: {root.Attribute("tests")}";
    }

    private static string Trx(XDocument document)
    {
        var outcomes = document.Descendants().Where(element => element.Name.LocalName == "UnitTestResult")
            .Select(test => test.Attribute("outcome")!.Value).ToList();
        int Count(string word) => outcomes.Count(outcome => outcome == word);
        return $"{outcomes.Count} tests, {Count("Passed")} passed, {Count("NotExecuted")} left out, {Count("Failed")} failed";
    }

    private async Task<string> RunAsync(string command, params string[] options)
    {
        var result = await specs.RunAsync([command, .. options, .. suite.Options]);
        result.ExitCode.Should().BeOneOf([0, 4], "an output is made: {0}\n{1}", result, result.Output);
        return result.Output;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
