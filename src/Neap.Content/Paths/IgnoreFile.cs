namespace Neap.Content;

/// <summary>A line of a <c>.neapignore</c>.</summary>
/// <param name="Pattern">What it matches.</param>
/// <param name="Negated">True where a match takes the path back in.</param>
internal readonly record struct IgnoreRule(PathPattern Pattern, bool Negated);

/// <summary>Reads a <c>.neapignore</c>, which is written like a <c>.gitignore</c>.</summary>
internal static class IgnoreFile
{
    /// <summary>The rules in the order of their lines; comments, blank and malformed lines are left out.</summary>
    public static IgnoreRule[] Parse(ReadOnlySpan<byte> bytes)
    {
        var rules = new List<IgnoreRule>();
        foreach (var range in RuleLines.Of(bytes))
        {
            var line = WithoutTrailingSpaces(bytes[range]);
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            var negated = line[0] == '!';
            if (PathPattern.Compile(negated ? line[1..] : line) is { } pattern)
            {
                rules.Add(new IgnoreRule(pattern, negated));
            }
        }

        return [.. rules];
    }

    private static ReadOnlySpan<byte> WithoutTrailingSpaces(ReadOnlySpan<byte> line)
    {
        while (line.EndsWith(" "u8) && !EndsWithEscapedSpace(line))
        {
            line = line[..^1];
        }

        return line;
    }

    private static bool EndsWithEscapedSpace(ReadOnlySpan<byte> line)
    {
        var before = line[..^1];
        var last = before.LastIndexOfAnyExcept((byte)'\\');
        return (before.Length - 1 - last) % 2 == 1;
    }
}
