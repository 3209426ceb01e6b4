using System.Numerics;

namespace Neap.Changes;

/// <summary>Cuts a stream into lines. Memory depends on the longest line, never on their number.</summary>
/// <param name="input">Read to its end; plain reading, because .NET reads a pipe asynchronously through its socket engine.</param>
/// <param name="longestBytes">A longer line is passed over.</param>
internal sealed class LineCutter(Stream input, int longestBytes)
{
    private const int UsualBytes = 256 * 1024;

    private byte[] _buffer = new byte[UsualBytes];
    private int _start;
    private int _end;
    private long _number;
    private bool _isAtEnd;

    /// <summary>The next line; null after the last. Nothing behind the last line feed is no line.</summary>
    public RawLine? Next()
    {
        _number++;
        for (var searched = _start; ;)
        {
            var at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return Take(searched + at, 1, LineEnd.Whole);
            }

            if (_end - _start > longestBytes)
            {
                return PassOver();
            }

            var got = Fill();
            searched = _end - got;
            if (_isAtEnd)
            {
                return _end == _start ? null : Take(_end, 0, LineEnd.Input);
            }
        }
    }

    private RawLine Take(int end, int markBytes, LineEnd how)
    {
        var line = new RawLine(_number, _buffer.AsMemory(_start, end - _start), how);
        _start = end + markBytes;
        return line;
    }

    /// <summary>Moves what is left to the front and reads more behind it; says how much came.</summary>
    private int Fill()
    {
        var left = _end - _start;
        var fits = Math.Max(UsualBytes, (int)BitOperations.RoundUpToPowerOf2((uint)left * 2));
        var buffer = fits == _buffer.Length ? _buffer : new byte[fits];
        _buffer.AsSpan(_start, left).CopyTo(buffer);
        (_buffer, _start, _end) = (buffer, 0, left);
        var got = input.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = got == 0;
        _end += got;
        return got;
    }

    private RawLine PassOver()
    {
        var head = _buffer.AsSpan(_start, Neap.Core.LineHead.StartBytes).ToArray();
        int at;
        do
        {
            _start = _end;
            Fill();
            at = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        }
        while (at < 0 && !_isAtEnd);
        _start = at < 0 ? _end : _start + at + 1;
        return new RawLine(_number, head, LineEnd.TooLong);
    }
}
