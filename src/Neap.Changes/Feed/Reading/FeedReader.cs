namespace Neap.Changes;

/// <summary>Reads a feed: JSON Lines and plain paths, in any mixture.</summary>
public static class FeedReader
{
    /// <summary>A longer line is reported and passed over: 67,108,864 bytes.</summary>
    public const int LongestLineBytes = 64 * 1024 * 1024;

    /// <summary>Every line of the input, in order and one at a time, until the input ends.</summary>
    /// <param name="input">UTF-8 with or without a byte order mark; lines end with LF or CR LF.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    public static IEnumerable<FeedLine> Read(Stream input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var cutter = new LineCutter(input, LongestLineBytes);
        while (cutter.Next() is { } line)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return FeedParser.Parse(line.Number == 1 ? WithoutMark(line) : line);
        }
    }

    private static RawLine WithoutMark(RawLine line) =>
        line.Bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? line with { Bytes = line.Bytes[3..] } : line;
}
