namespace Drivers;

/// <summary>Asks <c>dotnet test</c> for one scenario by its title.</summary>
public static class TestFilter
{
    private const string Special = "\\()&|=!~";

    /// <summary>The filter as one word for a shell, in quotes.</summary>
    /// <param name="title">As the feature file has it; an outline keeps its placeholders, as the names of its tests do.</param>
    public static string ForShell(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var escaped = string.Concat(title.Select(c => Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));
        return $"'DisplayName~{escaped.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
