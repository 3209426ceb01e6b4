using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>Where a binding applies.</summary>
public sealed class ScopeFacts
{
    private const string Feature = "@f\nFeature: Shop\n  @s\n  Scenario: Buy\n    Given a\n";

    [Theory]
    [InlineData("[Scope(Tag = \"s\")]", "scoped")]
    [InlineData("[Scope(Tag = \"@f\")]", "scoped")]
    [InlineData("[Scope(Feature = \"SHOP\", Scenario = \"buy\")]", "scoped")]
    [InlineData("[Scope(Feature = \"Shop\", Scenario = \"Sell\")]", "plain")]
    [InlineData("[Scope(Tag = \"other\"), Scope(Scenario = \"Buy\")]", "scoped")]
    [InlineData("[Scope(Tag = \"other\")]", "plain")]
    public async Task PropertiesOfOneScopeMustAllHoldAndOneOfSeveralScopes(string scope, string expected)
    {
        var run = await Lab.RunAsync(Feature, $$"""
            [Given("a")] public void Plain() => Log.Add("plain");
            [Given("a")] {{scope}} public void Scoped() => Log.Add("scoped");
            """);
        run.ShouldHaveLogged(expected);
    }

    [Fact]
    public async Task TheNarrowestScopeWins()
    {
        var run = await Lab.RunAsync(Feature, """
            [Given("a"), Scope(Tag = "s")] public void One() => Log.Add("one");
            [Given("a"), Scope(Tag = "s", Feature = "Shop")] public void Two() => Log.Add("two");
            """);
        run.ShouldHaveLogged("two");
    }

    [Fact]
    public async Task ScopesOfClassAndMethodAreAlternatives()
    {
        var run = await Lab.RunAsync(
            Feature,
            "",
            """
            [Binding, Scope(Tag = "s")] public class More
            {
                [Given("a"), Scope(Tag = "other")] public void A() => Log.Add("ran");
            }
            """);
        run.ShouldHaveLogged("ran");
    }

    [Fact]
    public async Task ABindingOutsideItsScopeIsNotThere()
    {
        var run = await Lab.RunAsync(
            Feature, "[Given(\"a\"), Scope(Tag = \"other\")] public void A() => Log.Add(\"ran\");");
        run.Statuses.Should().Equal("UNDEFINED");
    }
}
