using System.Buffers.Text;

namespace Neap.Changes;

/// <summary>Reads the answers of the batch protocol: <c>id SP type SP size LF bytes LF</c> or <c>id SP missing LF</c>.</summary>
/// <param name="stream">Git's output.</param>
/// <param name="stop">Ends a pause.</param>
internal sealed class BlobStream(Stream stream, CancellationToken stop)
{
    private const int BufferBytes = 1024 * 1024;
    private const int SmallPieceBytes = 128 * 1024;
    private const int PatienceBytes = 256 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private readonly bool _wide = WidePipe.TryWiden(stream);
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);
    private int _start;
    private int _end;
    private long _received;

    /// <summary>True once the stream has ended.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Reads the line before the bytes; null where the stream ends or speaks of something else.</summary>
    public Header? ReadHeader(BlobId expected)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0)
        {
            if (!More())
            {
                return null;
            }
        }

        var line = _buffer.AsSpan(_start, length);
        _start += length + 1;
        return Parse(line, expected);
    }

    /// <summary>Fills the span; false where the stream ends before.</summary>
    public bool Fill(Span<byte> destination)
    {
        var here = Math.Min(destination.Length, _end - _start);
        _buffer.AsSpan(_start, here).CopyTo(destination);
        _start += here;
        var rest = destination[here..];
        while (!rest.IsEmpty)
        {
            if (rest.Length < BufferBytes)
            {
                return More() && Fill(rest);
            }

            var read = stream.Read(rest);
            if (read == 0)
            {
                IsAtEnd = true;
                return false;
            }

            rest = rest[read..];
        }

        return true;
    }

    /// <summary>Passes over bytes; false where the stream ends before.</summary>
    public bool Skip(long count)
    {
        while (count > _end - _start)
        {
            count -= _end - _start;
            _start = _end;
            if (!More())
            {
                return false;
            }
        }

        _start += (int)count;
        return true;
    }

    private static Header? Parse(ReadOnlySpan<byte> line, BlobId expected)
    {
        Span<byte> hex = stackalloc byte[2 * ObjectId.MaxBytes];
        hex = hex[..expected.Value.WriteHex(hex)];
        if (!line.StartsWith(hex))
        {
            return null;
        }

        var rest = line[hex.Length..];
        if (rest.SequenceEqual(" missing"u8))
        {
            return new Header(RawBlobState.Missing, 0);
        }

        return rest.StartsWith(" blob "u8) && Utf8Parser.TryParse(rest[" blob ".Length..], out long size, out _)
            ? new Header(RawBlobState.Present, size)
            : null;
    }

    private bool More()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == BufferBytes)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var read = _end < BufferBytes ? stream.Read(_buffer, _end, BufferBytes - _end) : 0;
        IsAtEnd = read == 0;
        _end += read;
        _received += read;
        if (_wide && read is > 0 and < SmallPieceBytes && _received > PatienceBytes)
        {
            stop.WaitHandle.WaitOne(Pause); // a wide pipe fills meanwhile; see WidePipe
        }

        return read > 0;
    }

    /// <summary>What git says before the bytes.</summary>
    internal readonly record struct Header(RawBlobState State, long SizeBytes);
}
