namespace Reqnroll.Execution;

/// <summary>What may stand where an expression names a parameter.</summary>
internal sealed record ParameterType(string Name, IReadOnlyList<string> Patterns)
{
    /// <summary>One group, whatever groups are inside.</summary>
    public string Group => "(" + string.Join("|", Patterns.Select(pattern => $"(?:{pattern})")) + ")";

    /// <summary>The argument in a text that was found; a string loses its quotes and nothing else.</summary>
    public string ValueOf(string found) =>
        Name == "string" && found.Length >= 2 && found[0] is '"' or '\'' ? found[1..^1] : found;
}
