using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>How a step finds its method.</summary>
public sealed class StepFacts
{
    [Fact]
    public async Task AndButAndStarTakeTheKindOfTheStepBefore()
    {
        var run = await Lab.RunStepsAsync(
            "* a\nAnd a\nWhen a\nBut a\n* a\nThen a\nAnd a",
            """
            [Given("a")] public void G() => Log.Add("given");
            [When("a")] public void W() => Log.Add("when");
            [Then("a")] public void T() => Log.Add("then");
            """);
        run.ShouldHaveLogged("given", "given", "when", "when", "when", "then", "then");
    }

    [Fact]
    public async Task OneMethodMayServeSeveralKindsAndSeveralTexts()
    {
        var run = await Lab.RunStepsAsync(
            "Given a\nWhen b\nThen c",
            """[Given("a"), When("b"), StepDefinition("c")] public void All() => Log.Add("all");""");
        run.ShouldHaveLogged("all", "all", "all");
    }

    [Fact]
    public async Task SeveralAttributesThatFitOneStepAreOneDefinition()
    {
        var run = await Lab.RunStepsAsync(
            "Given a", """[Given("a"), StepDefinition("a"), Given("^a$")] public void A() => Log.Add("once");""");
        run.ShouldHaveLogged("once");
    }

    [Theory]
    [InlineData("[Given] public void Given_I_have_COUNT_eggs(int count) => Log.Add(count);", "I have 3 eggs")]
    [InlineData("[Given] public void GivenIHave_P0_Eggs(int count) => Log.Add(count);", "IHave 3 eggs")]
    [InlineData("[Given] public void I_have_COUNT_eggs(int count) => Log.Add(count);", "I have \"3\" eggs!")]
    public async Task WithoutAnExpressionTheNameOfTheMethodIsOne(string method, string step)
    {
        var run = await Lab.RunStepsAsync($"Given {step}", method);
        run.ShouldHaveLogged("3");
    }

    [Fact]
    public async Task PrivateInternalAndStaticMethodsCount()
    {
        var run = await Lab.RunStepsAsync(
            "Given a\nGiven b\nGiven c",
            """
            [Given("a")] private void A() => Log.Add("private");
            [Given("b")] internal void B() => Log.Add("internal");
            [Given("c")] public static void C() => Log.Add("static");
            """);
        run.ShouldHaveLogged("private", "internal", "static");
    }

    [Fact]
    public async Task TasksAndValueTasksAreAwaited()
    {
        var run = await Lab.RunStepsAsync(
            "Given a\nGiven b\nThen both are over",
            """
            int over;
            [Given("a")] public async Task A() { await Task.Yield(); over++; }
            [Given("b")] public async ValueTask B() { await Task.Yield(); over++; }
            [Then("both are over")] public void Over() => Log.Add(over);
            """);
        run.ShouldHaveLogged("2");
    }

    [Theory]
    [InlineData("[Given(\"b\")] public async void B() => await Task.Yield();", "", "async void")]
    [InlineData("", "[Binding] public abstract class Bad { [Given(\"b\")] public void B() { } }", "abstract")]
    [InlineData("", "[Binding] public class Bad<T> { [Given(\"b\")] public void B() { } }", "generic")]
    [InlineData("[Given(\"b {unheard}\")] public void B(string x) { }", "", "unknown parameter type '{unheard}'")]
    [InlineData("[Given(\"^b ($\")] public void B() { }", "", "Steps.B")]
    [InlineData("[BeforeFeature] public void B() { }", "", "must be static")]
    public async Task OneInvalidBindingFailsEveryStepOfTheSuite(string member, string type, string reason)
    {
        var run = await Lab.RunStepsAsync(
            "Given a", $"[Given(\"a\")] public void A() => Log.Add(\"ran\");{member}", type);
        run.Test.Outcome.Should().Be("failed");
        run.Test.Error.Type.Should().Be("Reqnroll.BindingException");
        run.Test.Error.Message.Should().Contain(reason);
        run.Log.Should().BeEmpty();
    }

    [Fact]
    public async Task TheNumberOfArgumentsMustBeThatOfTheParameters()
    {
        var run = await Lab.RunStepsAsync("Given 1 and 2", """[Given("{int} and {int}")] public void A(int one) { }""");
        run.Test.Error.Type.Should().Be("Reqnroll.BindingException");
        run.Test.Error.Message.Should().Contain("gives 2 arguments");
    }

    [Fact]
    public async Task OfTwoDefinitionsTheOneThatTakesTheArgumentsIsMeant()
    {
        var run = await Lab.RunStepsAsync(
            "Given a\n  | x |\nGiven a",
            """
            [Given("a")] public void Bare() => Log.Add("bare");
            [Given("a")] public void Full(Table table) => Log.Add("table");
            """);
        run.ShouldHaveLogged("table", "bare");
    }

    [Fact]
    public async Task DocStringAndTableAreTheLastArguments()
    {
        var run = await Lab.RunStepsAsync(
            "Given 1 text\n  \"\"\"json\n  {}\n  \"\"\"\nGiven 2 table\n  | a |\n  | b |\nGiven 3 data\n  | a |",
            """
            [Given("{int} text")] public void Text(int n, string text) => Log.Add(n + text);
            [Given("{int} table")] public void Rows(int n, Table table) => Log.Add(n + table.Rows[0]["a"]);
            [Given("{int} data")] public void Data(int n, DataTable table) => Log.Add(n + table.Header.Single());
            """);
        run.ShouldHaveLogged("1{}", "2b", "3a");
    }

    [Fact]
    public async Task SeveralDefinitionsAreAmbiguousAndAreNamed()
    {
        var run = await Lab.RunStepsAsync(
            "Given a",
            """
            [BeforeStep] public void Before() => Log.Add("hook");
            [AfterStep] public void After() => Log.Add("hook");
            [Given("a")] public void One() => Log.Add("one");
            [Given("^a$")] public void Two() => Log.Add("two");
            """);
        run.Test.Error.Type.Should().Be("Reqnroll.AmbiguousBindingException");
        run.Test.Error.Message.Should().Contain("Steps.One()");
        run.Test.Error.Message.Should().Contain("Steps.Two()");
        run.Log.Should().BeEmpty();
        run.Statuses.Should().Equal("AMBIGUOUS");
    }
}
