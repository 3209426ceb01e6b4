using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>What a step's text must look like, and where its arguments are.</summary>
internal sealed record StepPattern(
    string Source, ExpressionKind Kind, Regex Regex, IReadOnlyList<ParameterType> Parameters)
{
    /// <summary>The groups of the expression; each child of the root is an argument as a reader sees it.</summary>
    public GroupTree Groups { get; } = GroupTree.Of(Regex.ToString());

    public static StepPattern Of(StepDefinitionBaseAttribute attribute, BindingMethod method, ParameterTypes types)
    {
        var source = attribute.Expression;
        if (source is null)
        {
            return new(method.Method.Name, ExpressionKind.Regex, MethodNamePattern.Of(method), []);
        }

        if (ExpressionKinds.Of(source) == ExpressionKind.Regex)
        {
            return new(source, ExpressionKind.Regex, Anchored(source), []);
        }

        var (regex, parameters) = CucumberExpression.Compile(source, name => types.Find(name, method));
        return new(source, ExpressionKind.Cucumber, regex, parameters);
    }

    /// <summary>The arguments, or null if the text does not fit.</summary>
    public IReadOnlyList<string>? Match(string text)
    {
        var match = Regex.Match(text);
        if (!match.Success)
        {
            return null;
        }

        return Kind == ExpressionKind.Cucumber
            ? [.. Groups.Children.Select((group, place) => Parameters[place].ValueOf(match.Groups[group.Number].Value))]
            : [.. ValuesOfRegex(match)];
    }

    /// <summary>Every group is an argument, nested or not; one that took no part is dropped.</summary>
    private static IEnumerable<string> ValuesOfRegex(Match match) =>
        match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value);

    private static Regex Anchored(string source) => new(
        (source.StartsWith('^') ? "" : "^") + source + (source.EndsWith('$') ? "" : "$"),
        RegexOptions.CultureInvariant);
}
