namespace Neap.Content;

/// <summary>Cuts a pattern into tokens by the rules of git's wildmatch.</summary>
internal static class PatternParser
{
    /// <summary>The tokens; null where the pattern is malformed, which git takes as "matches nothing".</summary>
    public static PatternToken[]? Parse(ReadOnlySpan<byte> pattern)
    {
        var tokens = new List<PatternToken>(pattern.Length);
        for (var at = 0; at < pattern.Length;)
        {
            var used = pattern[at] switch
            {
                (byte)'*' => Stars(pattern, at, tokens),
                (byte)'?' => Add(tokens, new PatternToken(PatternOp.Any), 1),
                (byte)'[' => Bracket(pattern[at..], tokens),
                (byte)'\\' => Escaped(pattern[at..], tokens),
                var other => Add(tokens, new PatternToken(PatternOp.Literal, other), 1),
            };
            if (used == 0)
            {
                return null;
            }

            at += used;
        }

        return [.. tokens];
    }

    private static int Stars(ReadOnlySpan<byte> pattern, int at, List<PatternToken> tokens)
    {
        var rest = pattern[at..];
        var stars = rest.IndexOfAnyExcept((byte)'*');
        stars = stars < 0 ? rest.Length : stars;
        var wholeSegment = stars > 1 && (pattern[..at].EndsWith("/"u8) || IsPlain(pattern[..at]));
        if (wholeSegment && stars == rest.Length)
        {
            return Add(tokens, new PatternToken(PatternOp.Rest), stars);
        }

        return wholeSegment && rest[stars] == '/'
            ? Add(tokens, new PatternToken(PatternOp.Folders), stars + 1)
            : Add(tokens, new PatternToken(PatternOp.Star), stars);
    }

    // Git cuts a plain beginning off before it looks for "**", so the stars of "gen/a**" cross slashes as well.
    private static bool IsPlain(ReadOnlySpan<byte> beginning) => !beginning.ContainsAny("*?[\\"u8);

    private static int Bracket(ReadOnlySpan<byte> pattern, List<PatternToken> tokens)
    {
        var used = BracketExpression.Parse(pattern, out var set);
        return used == 0 ? 0 : Add(tokens, new PatternToken(PatternOp.Set, Set: set), used);
    }

    private static int Escaped(ReadOnlySpan<byte> pattern, List<PatternToken> tokens) =>
        pattern.Length < 2 ? 0 : Add(tokens, new PatternToken(PatternOp.Literal, pattern[1]), 2);

    private static int Add(List<PatternToken> tokens, PatternToken token, int used)
    {
        tokens.Add(token);
        return used;
    }
}
