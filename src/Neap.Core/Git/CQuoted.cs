namespace Neap.Core;

/// <summary>
/// A path or pattern in double quotes, with the escapes of C: <c>.gitattributes</c> allows it, and git prints unusual
/// paths so.
/// </summary>
public static class CQuoted
{
    /// <summary>Reads the string that starts with the quote at the front; false where it is not closed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out byte[] text, out int used)
    {
        var bytes = new List<byte>(line.Length);
        for (used = 1; used < line.Length && line[used] != '"';)
        {
            used += line[used] == '\\' ? Escape(line[used..], bytes) : Plain(line[used], bytes);
        }

        text = [.. bytes];
        return used++ < line.Length;
    }

    private static int Plain(byte value, List<byte> bytes)
    {
        bytes.Add(value);
        return 1;
    }

    private static int Escape(ReadOnlySpan<byte> rest, List<byte> bytes)
    {
        if (rest.Length > 3 && rest[1] is >= (byte)'0' and <= (byte)'3')
        {
            bytes.Add((byte)(((rest[1] - '0') << 6) | ((rest[2] - '0') << 3) | (rest[3] - '0')));
            return 4;
        }

        bytes.Add(rest.Length < 2 ? rest[0] : rest[1] switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'t' => (byte)'\t',
            (byte)'r' => (byte)'\r',
            (byte)'a' => (byte)'\a',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'v' => (byte)'\v',
            var other => other,
        });
        return 2;
    }
}
