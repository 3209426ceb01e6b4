using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>How the text of a step attribute is read.</summary>
internal enum ExpressionKind
{
    Cucumber,
    Regex,
}

/// <summary>Tells the two kinds apart by what only one of them would contain.</summary>
internal static partial class ExpressionKinds
{
    public static ExpressionKind Of(string expression) => expression switch
    {
        _ when expression.StartsWith('^') || expression.EndsWith('$') => ExpressionKind.Regex,
        _ when Placeholder().IsMatch(expression) => ExpressionKind.Cucumber,
        _ when RegexOnly().IsMatch(expression) => ExpressionKind.Regex,
        _ => ExpressionKind.Cucumber,
    };

    [GeneratedRegex(@"\{\w*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\([^)]*[*+]\)|\.\*|\\d\+|\\\.")]
    private static partial Regex RegexOnly();
}
