using System.Globalization;
using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>Backgrounds, rules and outlines become examples.</summary>
public sealed class ExpansionFacts
{
    private const string Say = """
        [StepDefinition("^say (.*)$")] public void Say(string what) => Log.Add(what);
        [Given("text")] public void Text(string text) => Log.Add(text);
        [Given("rows")] public void Rows(Table table) => Log.Add(table.Header.First() + table.Rows[0][0]);
        """;

    [Fact]
    public async Task BackgroundsOfFeatureAndRuleComeFirst()
    {
        var run = await Lab.RunAsync(
            """
            Feature: F
              Background:
                Given say 1
              Rule: R
                Background:
                  Given say 2
                Scenario: S
                  Given say 3
            """,
            Say);
        run.ShouldHaveLogged("1", "2", "3");
    }

    [Fact]
    public async Task WithoutStepsThereIsNothingToPrepare()
    {
        var run = await Lab.RunAsync("Feature: F\n  Background:\n    Given say 1\n  Scenario: Empty\n", Say);
        run.ShouldHaveLogged();
        run.Of("pickle").Single().GetProperty("steps").EnumerateArray().Should().BeEmpty();
    }

    [Fact]
    public async Task PlaceholdersAreFilledEverywhereButInTheBackground()
    {
        var run = await Lab.RunAsync(
            """
            Feature: F
              Background:
                Given say <x>
              Scenario Outline: S
                Given say <x> and <x>
                Given text
                  '''
                  in <x>
                  '''
                Given rows
                  | <x> |
                  | <x> |
                Examples: first
                  | x |
                  | a |
                Examples: second
                  | x |
                  | b |
            """.Replace("'''", "\"\"\"", StringComparison.Ordinal),
            Say);
        run.Log.Order(StringComparer.Ordinal)
            .Should().Equal("<x>", "<x>", "a and a", "aa", "b and b", "bb", "in a", "in b");
    }

    [Theory]
    [InlineData("Feature:\n  Scenario: S\n    Given a", 1, "title")]
    [InlineData("Feature: F\n  Scenario:\n    Given a", 2, "title")]
    [InlineData("Feature: F\n  Scenario: S\n    Given a\n  Scenario: s!\n    Given a", 4, "already has a scenario")]
    [InlineData("Feature: F\n  Scenario: S\n    Given a\n    Givn b", 4, "expected")]
    [InlineData("Feature: F\n  Scenario: S\n    Given a\n      | a | b |\n      | a |", 5, "inconsistent cell count")]
    [InlineData("Feature: F\n  Scenario Outline: S\n    Given a", 2, "no example rows")]
    [InlineData("Feature: F\n  Scenario: S\n    Given a\n    Examples:\n      | a |", 2, "no example rows")]
    [InlineData(
        "Feature: F\n  Scenario: S\n    Given a\n"
            + "    Examples:\n      | a |\n      | 1 |\n    Examples:\n      | b |\n      | 1 |",
        7,
        "same columns")]
    [InlineData("# language: xx\nFeature: F", 1, "Language not supported")]
    public void AnErrorInAFeatureIsABuildErrorAtItsLine(string feature, int line, string message)
    {
        var error = Suite.Check(new Lab { Features = [new("features/lab.feature", feature)] }).Should().ContainSingle().Which;
        error.Severity.Should().Be(Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var place = error.Location.GetLineSpan();
        (place.Path, place.StartLinePosition.Line + 1).Should().Be(("features/lab.feature", line));
        error.GetMessage(CultureInfo.InvariantCulture).Should().ContainEquivalentOf(message);
    }

    [Theory]
    [InlineData("Following renames")]
    [InlineData("Following: renames!")]
    public void ATitleThatTheFolderHasAlreadyIsABuildErrorAtItsLine(string title)
    {
        var error = Suite.Check(new Lab
        {
            Features =
            [
                new("features/second.feature", $"\n\n  Feature: {title}\n    Scenario: T\n      Given a"),
                new("features/first.feature", "@a\nFeature: Following renames\n  Scenario: S\n    Given a"),
                new("features/third.feature", "Feature: Following moves\n  Scenario: U\n    Given a"),
            ],
        }).Should().ContainSingle().Which;
        error.Severity.Should().Be(Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var place = error.Location.GetLineSpan();
        (place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1)
            .Should().Be(("features/second.feature", 3, 3));
        var message = error.GetMessage(CultureInfo.InvariantCulture);
        message.Should().Contain($"'{title}' has the title of the feature in features/first.feature (line 2)");
    }

    [Fact]
    public async Task OtherLanguagesAreSpoken()
    {
        var run = await Lab.RunAsync(
            "# language: de\nFunktionalität: F\n  Szenario: S\n"
                + "    Angenommen say eins\n    Wenn say zwei\n    Dann say drei\n",
            Say);
        run.ShouldHaveLogged("eins", "zwei", "drei");
    }
}
