namespace Specs.Report.Reading;

/// <summary>The lines of a file as bytes: messages are UTF-8, and what reads JSON wants it so.</summary>
internal static class MessageLines
{
    private const int FirstBytes = 1 << 16;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Each line without its end; what was given is overwritten by the next.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var buffer = new byte[FirstBytes];
        var end = Fill(file, buffer, 0);
        var start = buffer.AsSpan(0, end).StartsWith(Mark) ? Mark.Length : 0;
        while (true)
        {
            var length = buffer.AsSpan(start..end).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsMemory(start, length);
                start += length + 1;
                continue;
            }

            buffer = Room(buffer, start, end);
            var begun = end - start;
            (start, end) = (0, begun + Fill(file, buffer, begun));
            if (end == begun)
            {
                break; // there is no more of the file
            }
        }

        if (end > 0)
        {
            yield return buffer.AsMemory(0, end);
        }
    }

    /// <summary>The begin of a line moves to the front, of a larger buffer where the line fills this one.</summary>
    private static byte[] Room(byte[] buffer, int start, int end)
    {
        var room = start == 0 && end == buffer.Length ? new byte[2 * buffer.Length] : buffer;
        buffer.AsSpan(start..end).CopyTo(room);
        return room;
    }

    private static int Fill(FileStream file, byte[] buffer, int from) =>
        file.ReadAtLeast(buffer.AsSpan(from), buffer.Length - from, throwOnEndOfStream: false);
}
