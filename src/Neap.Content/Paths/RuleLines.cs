namespace Neap.Content;

/// <summary>The lines of a rule file: a byte order mark and carriage returns before line ends are no part of a rule.</summary>
internal static class RuleLines
{
    /// <summary>Where the lines stand.</summary>
    public static List<Range> Of(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<Range>();
        for (var at = bytes.StartsWith("\ufeff"u8) ? 3 : 0; at < bytes.Length;)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : at + length;
            lines.Add(at..(end > at && bytes[end - 1] == '\r' ? end - 1 : end));
            at = end + 1;
        }

        return lines;
    }
}
