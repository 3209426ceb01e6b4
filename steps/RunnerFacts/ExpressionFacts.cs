using Reqnroll.Execution;

namespace RunnerFacts;

/// <summary>Which texts an expression takes, and what it makes of them.</summary>
public sealed class ExpressionFacts
{
    [Theory]
    [InlineData("^a$", ExpressionKind.Regex)]
    [InlineData("a$", ExpressionKind.Regex)]
    [InlineData("^a {int}", ExpressionKind.Regex)]
    [InlineData("I have {word} (.*)", ExpressionKind.Cucumber)]
    [InlineData("a (.*) b", ExpressionKind.Regex)]
    [InlineData("a (x+) b", ExpressionKind.Regex)]
    [InlineData("a .* b", ExpressionKind.Regex)]
    [InlineData(@"a \d+ b", ExpressionKind.Regex)]
    [InlineData(@"a\.b", ExpressionKind.Regex)]
    [InlineData("optional( missing)? group", ExpressionKind.Cucumber)]
    [InlineData("cucumber(s)", ExpressionKind.Cucumber)]
    [InlineData("plain", ExpressionKind.Cucumber)]
    public void TheKindIsToldByWhatOnlyOneOfThemContains(string expression, object kind) =>
        ExpressionKinds.Of(expression).Should().Be((ExpressionKind)kind);

    [Theory]
    [InlineData("I have {int} egg(s)", "I have 1 egg", "1")]
    [InlineData("I have {int} egg(s)", "I have -2 eggs", "-2")]
    [InlineData("{int}", "1,234", null)]
    [InlineData("{int}", "1.5", null)]
    [InlineData("{int} x", " 1 x", null)]
    [InlineData("{long}", "-12345678901", "-12345678901")]
    [InlineData("{float}", "-1.5", "-1.5")]
    [InlineData("{double}", ".5", ".5")]
    [InlineData("{decimal}", "12", "12")]
    [InlineData("{word} end", "one end", "one")]
    [InlineData("{word} end", "one two end", null)]
    [InlineData("a {string}", "a \"b c\"", "b c")]
    [InlineData("a {string}", "a 'b \"c'", "b \"c")]
    [InlineData("a {string}", "a \"b \\\" c\"", "b \\\" c")]
    [InlineData("a {string}", "a \"\"", "")]
    [InlineData("a {string}", "a \"b' ", null)]
    [InlineData("a {}", "a b c", "b c")]
    [InlineData("a/b c/d", "b c", "")]
    [InlineData("a/b c/d", "a/b c", null)]
    [InlineData("{int}\\/{int}", "1/2", "1|2")]
    [InlineData("x{int}mm/cm y", "x3cm y", "3")]
    [InlineData("the \\(big) \\{box}", "the (big) {box}", "")]
    [InlineData("Case", "case", null)]
    [InlineData("a.b", "axb", null)]
    [InlineData("optional( missing)? group", "optional group", null)]
    [InlineData("optional( missing)? group", "optional missing group", null)]
    [InlineData("^a( b)? c$", "a c", "")]
    [InlineData("^a( b)? (c)$", "a c", "c")]
    [InlineData("^(a|b)$", "ab", null)]
    [InlineData("^a$", "A", null)]
    [InlineData("^a ((b) c)$", "a b c", "b c|b")]
    public void ATextIsTakenWholeOrNotAtAll(string expression, string text, string? arguments)
    {
        var found = PatternOf(expression).Match(text);
        (found is null ? null : string.Join('|', found)).Should().Be(arguments);
    }

    [Theory]
    [InlineData("a (", "closing ')'")]
    [InlineData("a ()", "plain text")]
    [InlineData("a ({int})", "plain text")]
    [InlineData("a {int", "closing '}'")]
    [InlineData("a/ b", "alternative is empty")]
    [InlineData("{int}/{int}", "alternative is empty")]
    [InlineData("a \\", "ends with an escape")]
    [InlineData("a \\b", "only white space")]
    [InlineData("{nothing}", "unknown parameter type")]
    public void WhatCannotBeReadIsRefusedWithAReason(string expression, string reason) =>
        FluentActions.Invoking(() => PatternOf(expression))
            .Should().ThrowExactly<ExpressionException>().Which.Message.Should().Contain(reason);

    [Fact]
    public void TypeNamesAndTypesOfTheMethodsOwnParametersAreParameters()
    {
        PatternOf("{Int32} on {DateTime}").Match("3 on 2026-01-02").Should().Equal("3", "2026-01-02");
        PatternOf("on {DayOfWeek}").Match("on Monday").Should().Equal("Monday");
    }

    [Theory]
    [InlineData(@"^(a(b)?)[()](?:c(d))\(e(?=f)$", "1(2) 3")]
    [InlineData("[^)(](x)", "1")]
    [InlineData("(()())", "1(2 3)")]
    public void GroupsAreCountedAsTheyAreWritten(string pattern, string expected) =>
        Print(GroupTree.Of(pattern)).Should().Be(expected);

    private static string Print(GroupTree tree) => string.Join(
        ' ',
        tree.Children.Select(child =>
            child.Children.Count == 0 ? $"{child.Number}" : $"{child.Number}({Print(child)})"));

    private static StepPattern PatternOf(string expression) =>
        StepPattern.Of(new Reqnroll.GivenAttribute(expression), Method, new ParameterTypes([]));

    private static BindingMethod Method { get; } = new(typeof(ExpressionFacts).GetMethod(
        nameof(Bound), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!);

    private static void Bound(DayOfWeek day) => day.Should().BeDefined();
}
