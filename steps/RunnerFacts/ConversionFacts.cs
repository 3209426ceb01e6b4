using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>How the text of a step becomes the value a method takes.</summary>
public sealed class ConversionFacts
{
    [Theory]
    [InlineData("decimal", "1,234.5", "1234.5")]
    [InlineData("double", "1.5", "1.5")]
    [InlineData("bool", "true", "True")]
    [InlineData("DayOfWeek", "friday", "Friday")]
    [InlineData("ConsoleColor", "dark blue", "DarkBlue")]
    [InlineData("Guid", "11223344", "11223344-0000-0000-0000-000000000000")]
    [InlineData("DateTime", "03/04/2026", "03/04/2026 00:00:00")]
    [InlineData("TimeSpan", "00:01:30", "00:01:30")]
    [InlineData("Uri", "https://a.example/", "https://a.example/")]
    [InlineData("int?", "5", "5")]
    [InlineData("object", "any", "any")]
    [InlineData("char", "x", "x")]
    public async Task PlainTypesAreRead(string type, string text, string value)
    {
        var run = await Lab.RunStepsAsync(
            $"Given v {text}", $"[Given(\"^v (.*)$\")] public void A({type} value) => Log.Add(value);");
        run.ShouldHaveLogged(value);
    }

    [Theory]
    [InlineData("int", "1,234")]
    [InlineData("int", "x")]
    [InlineData("DayOfWeek", "someday")]
    [InlineData("Guid", "nonsense")]
    [InlineData("bool", "maybe")]
    public async Task WhatCannotBeReadIsAFormatErrorOfTheStepWithoutHooks(string type, string text)
    {
        var run = await Lab.RunStepsAsync(
            $"Given v {text}",
            "[BeforeStep, AfterStep] public void Hook() => Log.Add(\"hook\");"
                + $"[Given(\"^v (.*)$\")] public void A({type} value) => Log.Add(value);");
        run.Test.Error.Type.Should().Be("System.FormatException");
        run.Log.Should().BeEmpty();
    }

    [Fact]
    public async Task TheLowestOrderTransformsAndTasksAreAwaited()
    {
        var run = await Lab.RunStepsAsync(
            "Given v 7",
            """
            public record Box(string Text);
            [StepArgumentTransformation(Order = 2)] public Box Late(string text) => new("late " + text);
            [StepArgumentTransformation(Order = 1)] public Task<Box> Early(string text) =>
                Task.FromResult(new Box("early " + text));
            [Given("^v (.*)$")] public void A(Box box) => Log.Add(box.Text);
            """);
        run.ShouldHaveLogged("early 7");
    }

    [Fact]
    public async Task ATransformationTakesTheWholeArgumentOrNothing()
    {
        var run = await Lab.RunStepsAsync(
            "Given v in 3 days\nGiven v tomorrow",
            """
            public record Day(int Number);
            [StepArgumentTransformation(@"in (\d+) days?")] public Day In(int days) => new(days);
            [StepArgumentTransformation("tomorrow")] public Day Tomorrow() => new(1);
            [StepArgumentTransformation("days")] public Day Never(string text) => new(-1);
            [Given("^v (.*)$")] public void A(Day day) => Log.Add(day.Number);
            """);
        run.Log.Should().Equal("3");
        run.Test.Outcome.Should().Be("failed");
    }

    [Fact]
    public async Task TransformationsChainButNotIntoThemselves()
    {
        var run = await Lab.RunStepsAsync(
            "Given v abc",
            """
            public record Word(string Text);
            public record Line(string Text);
            [StepArgumentTransformation] public Word ToWord(string text) => new(text + "!");
            [StepArgumentTransformation] public Line ToLine(Word word) => new(word.Text + "?");
            [StepArgumentTransformation] public string Upper(string text) => text.ToUpperInvariant();
            [Given("^v (.*)$")] public void A(Line line) => Log.Add(line.Text);
            """);
        run.ShouldHaveLogged("ABC!?");
    }

    [Fact]
    public async Task NamedAndTypedTransformationsAreParametersOfExpressions()
    {
        var run = await Lab.RunStepsAsync(
            "Given LHR-CDG is late by 2 days\nGiven a table\n  | X |\n  | 1 |",
            """
            public record Flight(string From, string To);
            public record Span(int Days);
            [StepArgumentTransformation("([A-Z]{3})-([A-Z]{3})", Name = "flight")]
            public Flight ToFlight(string from, string to) => new(from, to);
            [StepArgumentTransformation(@"^(\d+) days$")] public Span ToSpan(int days) => new(days);
            [StepArgumentTransformation] public Span ToSpan(Table table) => new(table.RowCount);
            [Given("{flight} is late by {Span}")]
            public void A(Flight flight, Span span) => Log.Add(flight.To + span.Days);
            [Given("a table")] public void B(Span span) => Log.Add(span.Days);
            """);
        run.ShouldHaveLogged("CDG2", "1");
    }

    [Theory]
    [InlineData("{ \"language\": { \"feature\": \"en-US\" } }", "")]
    [InlineData("{ \"language\": { \"feature\": \"de\", \"binding\": \"fr-FR\" } }", "fr-FR")]
    public async Task BindingsRunInTheConfiguredCulture(string settings, string culture)
    {
        // Without culture data there is the invariant culture only; then the choice cannot be seen, and must not fail.
        var expected = Known(culture);
        var lab = new Lab
        {
            Features = [new("features/lab.feature", "# language: en\nFeature: F\n  Scenario: S\n    Given a\n")],
            Steps = "[Given(\"a\")] public void A() => Log.Add(System.Globalization.CultureInfo.CurrentCulture.Name);",
            Settings = settings,
        };
        (await lab.RunAsync()).ShouldHaveLogged(expected);
    }

    private static string Known(string culture)
    {
        try
        {
            return System.Globalization.CultureInfo.GetCultureInfo(culture).Name;
        }
        catch (System.Globalization.CultureNotFoundException)
        {
            return "";
        }
    }
}
