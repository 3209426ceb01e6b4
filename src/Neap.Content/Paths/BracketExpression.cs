namespace Neap.Content;

/// <summary>The <c>[a-z]</c>, <c>[!a]</c> and <c>[[:alpha:]]</c> of a pattern.</summary>
internal static class BracketExpression
{
    /// <summary>Reads the expression at the start of <paramref name="pattern"/>.</summary>
    /// <returns>Bytes used; 0 where it is never closed or names an unknown class.</returns>
    public static int Parse(ReadOnlySpan<byte> pattern, out bool[] set)
    {
        set = new bool[256];
        var negated = pattern.Length > 1 && pattern[1] is (byte)'!' or (byte)'^';
        var first = negated ? 2 : 1;
        for (var at = first; at < pattern.Length;)
        {
            if (pattern[at] == ']' && at > first)
            {
                Finish(set, negated);
                return at + 1;
            }

            var used = Member(pattern[at..], set);
            if (used == 0)
            {
                return 0;
            }

            at += used;
        }

        return 0;
    }

    private static int Member(ReadOnlySpan<byte> rest, bool[] set)
    {
        if (rest.StartsWith("[:"u8))
        {
            var end = rest.IndexOf(":]"u8);
            return end > 0 && AddClass(rest[2..end], set) ? end + 2 : 0;
        }

        var used = One(rest, out var low);
        if (used == 0)
        {
            return 0;
        }

        var high = low;
        var range = rest[used..];
        if (range.Length > 1 && range[0] == '-' && range[1] != ']')
        {
            var more = One(range[1..], out high);
            used = more == 0 ? 0 : used + 1 + more;
        }

        for (int value = low; value <= high; value++)
        {
            set[value] = true;
        }

        return used;
    }

    private static int One(ReadOnlySpan<byte> rest, out byte value)
    {
        var escaped = rest[0] == '\\';
        var used = escaped ? 2 : 1;
        value = rest.Length < used ? (byte)0 : rest[used - 1];
        return rest.Length < used ? 0 : used;
    }

    private static bool AddClass(ReadOnlySpan<byte> name, bool[] set)
    {
        Func<char, bool>? holds = System.Text.Encoding.ASCII.GetString(name) switch
        {
            "alpha" => char.IsAsciiLetter,
            "digit" => char.IsAsciiDigit,
            "alnum" => char.IsAsciiLetterOrDigit,
            "upper" => char.IsAsciiLetterUpper,
            "lower" => char.IsAsciiLetterLower,
            "xdigit" => char.IsAsciiHexDigit,
            "space" => static c => c is ' ' or (>= '\t' and <= '\r'),
            "blank" => static c => c is ' ' or '\t',
            "punct" => static c => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
            "cntrl" => static c => c is < ' ' or '\x7f',
            "print" => static c => c is >= ' ' and < '\x7f',
            "graph" => static c => c is > ' ' and < '\x7f',
            _ => null,
        };
        for (var value = 0; holds is not null && value < 128; value++)
        {
            set[value] |= holds((char)value);
        }

        return holds is not null;
    }

    private static void Finish(bool[] set, bool negated)
    {
        for (var value = 0; negated && value < set.Length; value++)
        {
            set[value] = !set[value];
        }
    }
}
