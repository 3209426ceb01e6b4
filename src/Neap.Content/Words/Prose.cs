namespace Neap.Content;

/// <summary>Tells lines that people wrote for people: comments, headings, sentences.</summary>
/// <remarks>
/// A line is judged alone and by its first characters, so that the same line is judged alike in every chunk and the
/// judgement costs little. Comments behind code are not seen.
/// </remarks>
internal static class Prose
{
    private const int LeastWordsAfterFirst = 3;

    /// <summary>Whether a line opens like a comment, a heading or a sentence.</summary>
    public static bool Is(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(" \t"u8);
        return line.Length > 1 && (line[0] switch
        {
            (byte)'/' => line[1] is (byte)'/' or (byte)'*',
            (byte)'*' or (byte)'#' => line[1] is (byte)' ' or (byte)'\t' || line[1] == line[0],
            (byte)'-' => line[1] == (byte)'-',
            (byte)'<' => line.StartsWith("<!--"u8),
            >= (byte)'A' and <= (byte)'Z' => IsSentence(line),
            _ => false,
        });
    }

    /// <summary>A word with a capital, then small ones with a single space before each: "Reads the whole file".</summary>
    private static bool IsSentence(ReadOnlySpan<byte> line)
    {
        var at = 1 + SmallLetters(line[1..]);
        if (at == 1)
        {
            return false;
        }

        for (var words = 0; words < LeastWordsAfterFirst; words++)
        {
            if (at == line.Length || line[at] != (byte)' ' || SmallLetters(line[(at + 1)..]) is not (> 0 and var letters))
            {
                return false;
            }

            at += 1 + letters;
            at += at < line.Length && line[at] == (byte)',' ? 1 : 0;
        }

        return true;
    }

    private static int SmallLetters(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'a', (byte)'z');
        return end < 0 ? text.Length : end;
    }
}
