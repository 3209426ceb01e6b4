namespace Neap.Content;

/// <summary>Where the lines of a text end: at LF, at CR LF, and at a CR that no LF follows.</summary>
/// <remarks>A text without such a lone CR, which is nearly every text, is searched for LF alone.</remarks>
internal readonly ref struct LineEnds
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly bool _loneReturns;

    /// <summary>Looks at the text once.</summary>
    public LineEnds(ReadOnlySpan<byte> text)
    {
        _text = text;
        _loneReturns = LoneReturns(text) > 0;
    }

    /// <summary>Where the line after the one at <paramref name="at"/> starts; the text's length where there is none.</summary>
    public int Next(int at)
    {
        var rest = _text[at..];
        var end = _loneReturns ? rest.IndexOfAny((byte)'\n', (byte)'\r') : rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            return _text.Length;
        }

        var pair = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n';
        return at + end + (pair ? 2 : 1);
    }

    /// <summary>Where the line that holds byte <paramref name="at"/> starts.</summary>
    public int StartOf(int at)
    {
        while (at > 0 && !IsLineStart(at))
        {
            var before = _text[..at];
            var end = _loneReturns ? before.LastIndexOfAny((byte)'\n', (byte)'\r') : before.LastIndexOf((byte)'\n');
            at = end + 1 == at ? at - 1 : end + 1;
        }

        return at;
    }

    /// <summary>Number of line ends in a part that does not begin or end between CR and LF.</summary>
    public int Count(int from, int to)
    {
        var part = _text[from..to];
        return part.Count((byte)'\n') + (_loneReturns ? LoneReturns(part) : 0);
    }

    /// <summary>Whether a line starts at <paramref name="at"/>.</summary>
    public bool IsLineStart(int at) => at == 0 || _text[at - 1] switch
    {
        (byte)'\n' => true,
        (byte)'\r' => _loneReturns && (at == _text.Length || _text[at] != '\n'),
        _ => false,
    };

    private static int LoneReturns(ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (int at; (at = text.IndexOf((byte)'\r')) >= 0; text = text[(at + 1)..])
        {
            count += at + 1 == text.Length || text[at + 1] != '\n' ? 1 : 0;
        }

        return count;
    }
}
