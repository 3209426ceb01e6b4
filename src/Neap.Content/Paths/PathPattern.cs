namespace Neap.Content;

/// <summary>One compiled gitignore or gitattributes pattern, matched on bytes in time bounded by pattern × path.</summary>
internal sealed class PathPattern
{
    private readonly PatternToken[] _tokens;
    private readonly byte[]? _literal;
    private readonly byte[]? _suffix;
    private readonly bool _wholePath;
    private readonly bool _foldersOnly;

    private PathPattern(PatternToken[] tokens, bool wholePath, bool foldersOnly)
    {
        (_tokens, _wholePath, _foldersOnly) = (tokens, wholePath, foldersOnly);
        _literal = LiteralFrom(0);
        _suffix = tokens[0].Op == PatternOp.Star && !wholePath ? LiteralFrom(1) : null;
    }

    /// <summary>True where the pattern names one place: no wildcard.</summary>
    public bool IsLiteral => _literal is not null;

    /// <summary>True where only folders match: the pattern ended with a slash.</summary>
    public bool FoldersOnly => _foldersOnly;

    /// <summary>Compiles a pattern without its <c>!</c>; null where git would never match it.</summary>
    public static PathPattern? Compile(ReadOnlySpan<byte> pattern)
    {
        var foldersOnly = pattern.EndsWith("/"u8);
        pattern = foldersOnly ? pattern[..^1] : pattern;
        var wholePath = pattern.Contains((byte)'/');
        pattern = pattern.StartsWith("/"u8) ? pattern[1..] : pattern;
        var tokens = PatternParser.Parse(pattern);
        return tokens is { Length: > 0 } ? new PathPattern(tokens, wholePath, foldersOnly) : null;
    }

    /// <summary>Whether a path, relative to the folder of the rule, matches.</summary>
    public bool Matches(ReadOnlySpan<byte> path, bool isFolder)
    {
        if (_foldersOnly && !isFolder)
        {
            return false;
        }

        if (!_wholePath)
        {
            path = path[(path.LastIndexOf((byte)'/') + 1)..];
        }

        return (_literal, _suffix) switch
        {
            ({ } literal, _) => path.SequenceEqual(literal),
            (_, { } suffix) => path.EndsWith(suffix),
            _ => MatchesTokens(path),
        };
    }

    private byte[]? LiteralFrom(int first)
    {
        var rest = _tokens.AsSpan(first);
        var bytes = new byte[rest.Length];
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i].Op != PatternOp.Literal)
            {
                return null;
            }

            bytes[i] = rest[i].Value;
        }

        return bytes;
    }

    // Only the last star and the last "**/" are ever reconsidered: whatever an earlier one could still give up, the
    // later one can take instead, so the match needs no recursion and a hostile pattern costs no more than pattern × path.
    private bool MatchesTokens(ReadOnlySpan<byte> path)
    {
        var cursor = new Cursor { Star = -1, Folders = -1 };
        while (true)
        {
            if (cursor.Token == _tokens.Length && cursor.At == path.Length)
            {
                return true;
            }

            if (cursor.Token < _tokens.Length && _tokens[cursor.Token].Op == PatternOp.Rest)
            {
                return true;
            }

            if (!Advance(ref cursor, path) && !RetryStar(ref cursor, path) && !RetryFolders(ref cursor, path))
            {
                return false;
            }
        }
    }

    private bool Advance(ref Cursor cursor, ReadOnlySpan<byte> path)
    {
        if (cursor.Token == _tokens.Length)
        {
            return false;
        }

        ref readonly var token = ref _tokens[cursor.Token];
        switch (token.Op)
        {
            case PatternOp.Star:
                (cursor.Star, cursor.StarAt) = (++cursor.Token, cursor.At);
                return true;
            case PatternOp.Folders:
                (cursor.Folders, cursor.FoldersAt, cursor.Star) = (++cursor.Token, cursor.At, -1);
                return true;
            default:
                if (cursor.At == path.Length || !token.Accepts(path[cursor.At]))
                {
                    return false;
                }

                cursor.Token++;
                cursor.At++;
                return true;
        }
    }

    private static bool RetryStar(ref Cursor cursor, ReadOnlySpan<byte> path)
    {
        if (cursor.Star < 0 || cursor.StarAt == path.Length || path[cursor.StarAt] == '/')
        {
            return false;
        }

        (cursor.Token, cursor.At) = (cursor.Star, ++cursor.StarAt);
        return true;
    }

    private static bool RetryFolders(ref Cursor cursor, ReadOnlySpan<byte> path)
    {
        var slash = cursor.Folders < 0 ? -1 : path[cursor.FoldersAt..].IndexOf((byte)'/');
        if (slash < 0)
        {
            return false;
        }

        cursor.FoldersAt += slash + 1;
        (cursor.Token, cursor.At, cursor.Star) = (cursor.Folders, cursor.FoldersAt, -1);
        return true;
    }

    private struct Cursor
    {
        public int Token;
        public int At;
        public int Star;
        public int StarAt;
        public int Folders;
        public int FoldersAt;
    }
}
