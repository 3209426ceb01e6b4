namespace Drivers;

/// <summary>Tells in which line of a file a byte stands, reading each part of the file once when asked in order.</summary>
/// <param name="text">How the file is read.</param>
/// <param name="bytes">The whole file.</param>
internal sealed class LineCount(OracleText text, byte[] bytes)
{
    private int _at = text.MarkBytes;
    private int _line = 1;

    /// <summary>Line feeds in a text.</summary>
    public static int Breaks(ReadOnlySpan<char> part) => part.Count('\n');

    /// <summary>The line, counted from 1, of the character that begins at a byte.</summary>
    public int LineAt(int offset)
    {
        if (offset < _at)
        {
            (_at, _line) = (text.MarkBytes, 1);
        }

        _line += Breaks(text.Part(bytes.AsSpan(_at, offset - _at)));
        _at = offset;
        return _line;
    }
}
