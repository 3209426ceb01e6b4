using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>Classes, methods, names and traits are those Reqnroll gives, so that filters stay the same.</summary>
public sealed class TestNameFacts
{
    private const string Feature = """
        @f
        Feature: Adding 2 numbers
          @s
          Scenario: It's easy, isn't it?
            Given a
          @r
          Rule: R
            Scenario Outline: Rows of <x>
              Given <x>
              @plain
              Examples:
                | x | class |
                | a | 1     |
        """;

    private const string Steps = "[Given(\"a\")] public void A() { }";

    [Fact]
    public async Task NamesAreMadeOfTitles()
    {
        var run = await new Lab { Features = [new("features/deep/add.feature", Feature)], Steps = Steps }.RunAsync();
        var plain = run["It's easy, isn't it?"];
        plain.Class.Should().Be("Lab.Features.Deep.Adding2NumbersFeature");
        plain.Method.Should().Be("ItSEasyIsnTIt");
        plain.Traits["Category"].Order().Should().Equal("f", "s");
        plain.Traits["FeatureTitle"].Should().Equal("Adding 2 numbers");
        plain.Traits["Description"].Should().Equal("It's easy, isn't it?");
    }

    [Fact]
    public async Task RowsNameTheirValuesAndCanBeFilteredByTheTagsOfTheirExamples()
    {
        var run = await new Lab { Features = [new("features/add.feature", Feature)], Steps = Steps }.RunAsync();
        var row = run.Tests.Single(test => test.Name.StartsWith("Rows", StringComparison.Ordinal));
        row.Name.Should().Be("Rows of <x>(x: \"a\", class: \"1\", __pickleIndex: \"1\", exampleTags: [\"plain\"])");
        row.Traits["Category"].Order().Should().Equal("f", "plain", "r");
    }

    [Fact]
    public async Task EqualTitlesInTwoFilesAreToldApartByTheirFolders()
    {
        var run = await new Lab
        {
            Features =
            [
                new("features/a/x.feature", "Feature: X\n  Scenario: A\n    Given a\n"),
                new("features/b/x.feature", "Feature: X\n  Scenario: B\n    Given a\n"),
            ],
            Steps = Steps,
        }.RunAsync();
        run.Outcomes.Should().Equal("A: passed", "B: passed");
    }
}
