using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>Titles and columns are prose; whatever they are, the class that is made of them compiles and runs.</summary>
public sealed class GeneratedNameFacts
{
    private const string Say = """[StepDefinition("^say (.*)$")] public void Say(string what) => Log.Add(what);""";

    [Theory]
    [InlineData("scenario")]
    [InlineData("output")]
    [InlineData("feature")]
    [InlineData("run")]
    [InlineData("__At")]
    [InlineData("__feature")]
    [InlineData("__output")]
    [InlineData("__pickleIndex")]
    [InlineData("exampleTags")]
    [InlineData("class")]
    [InlineData("await")]
    [InlineData("value")]
    [InlineData("1st")]
    [InlineData("2 3")]
    [InlineData("名前")]
    [InlineData("größe")]
    [InlineData("имя файла")]
    [InlineData("😀")]
    [InlineData("!")]
    [InlineData("_")]
    [InlineData("")]
    public async Task AColumnMayHaveAnyName(string name)
    {
        var run = await Lab.RunAsync(
            $"Feature: F\n  Scenario Outline: S\n    Given say <kind>\n    Examples:\n      | {name} | kind |\n      | 1 | a |\n      | 2 | b |\n",
            Say);
        run.Log.Order(StringComparer.Ordinal).Should().Equal("a", "b");
        run.Outcomes.Should().AllSatisfy(outcome => outcome.Should().EndWith(": passed"));
    }

    [Theory]
    [InlineData("x", "x!", "x_1")]
    [InlineData("x_1", "x", "x!")]
    [InlineData("a b", "aB", "A b")]
    [InlineData("😀", "", "!")]
    [InlineData("class", "Class", "@class")]
    public async Task ColumnsMayDifferInPunctuationOnly(string one, string two, string three)
    {
        var run = await Lab.RunAsync(
            $"Feature: F\n  Scenario Outline: S\n    Given say <kind>\n    Examples:\n      | {one} | {two} | {three} | kind |\n      | 1 | 2 | 3 | a |\n",
            Say);
        run.Log.Should().Equal("a");
    }

    [Theory]
    [InlineData("Run")]
    [InlineData("Source")]
    [InlineData("At")]
    [InlineData("Order feature")]
    [InlineData("To string")]
    [InlineData("Get type")]
    [InlineData("Equals")]
    [InlineData("Finalize")]
    [InlineData("class")]
    [InlineData("1st")]
    [InlineData("名前")]
    [InlineData("!")]
    public async Task AScenarioMayHaveAnyTitle(string title)
    {
        var run = await Lab.RunAsync($"Feature: Order\n  Scenario: {title}\n    Given say a\n", Say);
        run.Log.Should().Equal("a");
        run.Outcomes.Should().Equal($"{title}: passed");
    }

    [Theory]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u0085')]
    [InlineData('"')]
    [InlineData('\\')]
    [InlineData('{')]
    public async Task AStepMayHoldAnyCharacter(char character)
    {
        var text = $"one{character}#error two";
        var run = await Lab.RunAsync($"Feature: F\n  Scenario: S\n    Given say {text}\n", Say);
        run.Log.Should().Equal(text);
    }

    [Theory]
    [InlineData("features/a/b.feature", "features/a.b.feature")]
    [InlineData("features/Orders.feature", "features/orders.feature")]
    [InlineData("features/a'b.feature", "features/a&b.feature")]
    [InlineData("features/größe.feature", "features/gr;<>|\\oesse.feature")]
    [InlineData("features/😀.feature", "features/$.feature")]
    public async Task FilesMayHaveAnyPath(string one, string another)
    {
        var run = await new Lab
        {
            Features =
            [
                new(one, "Feature: One\n  Scenario: S\n    Given say a\n"),
                new(another, "Feature: Another\n  Scenario: S\n    Given say b\n"),
            ],
            Steps = Say,
        }.RunAsync();
        run.Log.Order(StringComparer.Ordinal).Should().Equal("a", "b");
    }
}
