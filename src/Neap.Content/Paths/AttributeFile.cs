using System.Text;
using Neap.Core;

namespace Neap.Content;

/// <summary>What a line says about an attribute.</summary>
internal enum Mark : byte
{
    /// <summary>Nothing.</summary>
    Unmentioned,

    /// <summary><c>!name</c>: back to what holds without attributes.</summary>
    Reset,

    /// <summary><c>name</c> or <c>name=true</c>.</summary>
    Yes,

    /// <summary><c>-name</c> or <c>name=false</c>.</summary>
    No,
}

/// <summary>A line of a <c>.gitattributes</c> that Neap heeds.</summary>
/// <param name="Pattern">What it matches.</param>
/// <param name="Vendored">What it says of <c>linguist-vendored</c>.</param>
/// <param name="Generated">What it says of <c>linguist-generated</c>.</param>
internal readonly record struct AttributeRule(PathPattern Pattern, Mark Vendored, Mark Generated);

/// <summary>Reads of a <c>.gitattributes</c> the lines that say vendored or generated.</summary>
internal static class AttributeFile
{
    /// <summary>The rules in the order of their lines; git allows no negated pattern here, and macros are not followed.</summary>
    public static AttributeRule[] Parse(ReadOnlySpan<byte> bytes)
    {
        var rules = new List<AttributeRule>();
        foreach (var range in RuleLines.Of(bytes))
        {
            var line = bytes[range].TrimStart(" \t"u8);
            if (line.IndexOf("linguist-"u8) < 0 || line[0] is (byte)'#' or (byte)'!' || line.StartsWith("[attr]"u8))
            {
                continue;
            }

            var pattern = PathPattern.Compile(PatternOf(line, out var words));
            var vendored = MarkOf(words, "linguist-vendored"u8);
            var generated = MarkOf(words, "linguist-generated"u8);
            if (pattern is not null && (vendored, generated) is not (Mark.Unmentioned, Mark.Unmentioned))
            {
                rules.Add(new AttributeRule(pattern, vendored, generated));
            }
        }

        return [.. rules];
    }

    private static ReadOnlySpan<byte> PatternOf(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> words)
    {
        if (line[0] == '"' && CQuoted.TryRead(line, out var unquoted, out var used))
        {
            words = line[used..];
            return unquoted;
        }

        var end = line.IndexOfAny(" \t"u8);
        words = end < 0 ? [] : line[end..];
        return end < 0 ? line : line[..end];
    }

    private static Mark MarkOf(ReadOnlySpan<byte> words, ReadOnlySpan<byte> name)
    {
        var mark = Mark.Unmentioned;
        while (!(words = words.TrimStart(" \t\r"u8)).IsEmpty)
        {
            var end = words.IndexOfAny(" \t\r"u8);
            var word = end < 0 ? words : words[..end];
            mark = MarkOfWord(word, name) is var said && said != Mark.Unmentioned ? said : mark;
            words = words[word.Length..];
        }

        return mark;
    }

    private static Mark MarkOfWord(ReadOnlySpan<byte> word, ReadOnlySpan<byte> name)
    {
        var sign = word[0] is (byte)'-' or (byte)'!' ? word[0] : (byte)'+';
        var rest = sign == '+' ? word : word[1..];
        var value = rest.StartsWith(name) ? Encoding.ASCII.GetString(rest[name.Length..]) : null;
        return (sign, value) switch
        {
            ((byte)'-', "") or ((byte)'+', "=false") => Mark.No,
            ((byte)'!', "") => Mark.Reset,
            ((byte)'+', "") => Mark.Yes,
            ((byte)'+', ['=', ..]) => Mark.Yes,
            _ => Mark.Unmentioned,
        };
    }
}
