using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>Which parts of a step's text became arguments, as Cucumber Messages.</summary>
internal static class MatchMessages
{
    public static object Of(StepDefinition definition, string text)
    {
        var match = definition.Pattern.Regex.Match(text);
        return new
        {
            stepMatchArguments = definition.Pattern.Groups.Children.Select((group, place) => new
            {
                group = Of(match.Groups[group.Number], group, match),
                parameterTypeName = place < definition.Pattern.Parameters.Count
                    ? definition.Pattern.Parameters[place].Name
                    : null,
            }),
        };
    }

    /// <summary>A group that took no part has neither a place nor a text.</summary>
    private static object Of(Group found, GroupTree group, Match match) => new
    {
        start = found.Success ? found.Index : (int?)null,
        value = found.Success ? found.Value : null,
        children = group.Children.Count == 0
            ? null
            : group.Children.Select(child => Of(match.Groups[child.Number], child, match)),
    };
}
