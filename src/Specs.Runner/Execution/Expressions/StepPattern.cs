using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>What a step's text must look like, and where its arguments are.</summary>
internal sealed record StepPattern(
    string Source, ExpressionKind Kind, Regex Regex, IReadOnlyList<ParameterType> Parameters)
{
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

    /// <summary>The arguments, or null if the text does not fit. Groups that took no part are dropped.</summary>
    public IReadOnlyList<StepArgument>? Match(string text)
    {
        var match = Regex.Match(text);
        return match.Success
            ? match.Groups.Values.Skip(1).Where(group => group.Success).Select(ArgumentOf).ToArray()
            : null;
    }

    private StepArgument ArgumentOf(Group group, int index)
    {
        var type = index < Parameters.Count ? Parameters[index] : null;
        var value = type is { IsQuoted: true } && group.Length >= 2 && group.Value[0] is '"' or '\''
            ? group.Value[1..^1]
            : group.Value;
        return new(value, group.Index, group.Value, type?.Name);
    }

    private static Regex Anchored(string source) => new(
        (source.StartsWith('^') ? "" : "^") + source + (source.EndsWith('$') ? "" : "$"),
        RegexOptions.CultureInvariant);
}

/// <summary>An argument in a step's text: its value, and what stands where in the text.</summary>
internal sealed record StepArgument(string Value, int Start, string Raw, string? TypeName);
