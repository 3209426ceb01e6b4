using System.Buffers.Binary;

namespace Neap.Content;

/// <summary>Chooses where a chunk ends.</summary>
/// <remarks>
/// Of the line starts between <see cref="Chunker.LeastBytes"/> and <see cref="Chunker.AmpleBytes"/> the strongest wins;
/// among equals the one whose line has the smallest hash. The hash knows nothing of the chunk's start, so two different
/// starts agree on the same line as soon as both have it in view.
/// </remarks>
internal readonly ref struct Breaks(ReadOnlySpan<byte> text, LineEnds lines)
{
    private const int TailBytes = 512;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly LineEnds _lines = lines;

    /// <summary>Where the chunk that starts at <paramref name="start"/> ends.</summary>
    public int After(int start)
    {
        var left = _text.Length - start;
        if (left <= Chunker.AmpleBytes)
        {
            return _text.Length;
        }

        var from = start + Chunker.LeastBytes;
        var best = Strongest(from, start + Math.Min(Chunker.AmpleBytes, left - TailBytes));
        if (best >= 0)
        {
            return best;
        }

        var next = _lines.Next(from);
        if (next <= start + Chunker.MostBytes)
        {
            return next;
        }

        var longLine = _lines.StartOf(from);
        return longLine > start ? longLine : InsideLine(start);
    }

    private int Strongest(int from, int to)
    {
        var (best, bestStrength, bestHash) = (-1, -1, ulong.MaxValue);
        var at = _lines.StartOf(from);
        var afterBlank = at > 0 && IsBlank(_text[_lines.StartOf(at - 1)..at]);
        while (at <= to && at < _text.Length)
        {
            var next = _lines.Next(at);
            var line = _text[at..next];
            var strength = StrengthOf(line, afterBlank);
            if (at >= from && strength >= bestStrength)
            {
                var hash = HashOf(line);
                if (strength > bestStrength || hash < bestHash)
                {
                    (best, bestStrength, bestHash) = (at, strength, hash);
                }
            }

            (at, afterBlank) = (next, strength == 0);
        }

        return best;
    }

    // 4: unindented after a blank line, as declarations, headings and paragraphs are in nearly every language.
    // 3: indented after a blank line, as members are. 2: unindented. 1: any other line. 0: a blank line, which ends what
    // stands before it. A closing bracket belongs to what it closes.
    private static int StrengthOf(ReadOnlySpan<byte> line, bool afterBlank)
    {
        var first = line[0];
        if (first is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            return IsBlank(line) ? 0 : afterBlank ? 3 : 1;
        }

        if (first is (byte)'}' or (byte)')' or (byte)']')
        {
            return 1;
        }

        return afterBlank ? 4 : 2;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t\r\n"u8);

    private static ulong HashOf(ReadOnlySpan<byte> line)
    {
        var hash = (ulong)line.Length * Mixer;
        while (line.Length >= sizeof(ulong))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(line)) * Mixer;
            hash ^= hash >> 29;
            line = line[sizeof(ulong)..];
        }

        foreach (var value in line)
        {
            hash = (hash ^ value) * Mixer;
        }

        return hash ^ (hash >> 32);
    }

    // Inside one long line too the place is chosen by the bytes around it.
    private int InsideLine(int start)
    {
        var (best, bestHash) = (start + Chunker.MostBytes, ulong.MaxValue);
        for (var at = start + Chunker.LeastBytes; at <= start + Chunker.MostBytes && at < _text.Length; at++)
        {
            var hash = BinaryPrimitives.ReadUInt64LittleEndian(_text[(at - sizeof(ulong))..]) * Mixer;
            if (hash < bestHash && IsCharacterStart(at))
            {
                (best, bestHash) = (at, hash);
            }
        }

        return best;
    }

    private bool IsCharacterStart(int at) =>
        (_text[at] & 0xC0) != 0x80 && !(_text[at] == '\n' && _text[at - 1] == '\r');
}
