using System.Buffers.Binary;

namespace Neap.Vectors.Postgres;

/// <summary>Rows in PostgreSQL's binary COPY format: numbers are big endian, each value stands behind its length.</summary>
internal sealed class CopyWriter
{
    /// <summary>"PGCOPY" and bytes that tell whether a file was carried as text.</summary>
    private static ReadOnlySpan<byte> Signature => [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00];

    /// <summary>PostgreSQL refuses longer words.</summary>
    private const int LongestWordBytes = 2046;

    private byte[] _buffer = new byte[1 << 20];
    private int _used;

    /// <summary>What was written since <see cref="Begin"/>.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _used);

    /// <summary>Starts anew with the format's head.</summary>
    public void Begin()
    {
        _used = 0;
        Signature.CopyTo(Take(Signature.Length));
        Take(8).Clear();
    }

    /// <summary>Begins a row of so many values.</summary>
    public void Row(int columns) => BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)columns);

    /// <summary>Ends the data.</summary>
    public void End() => BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);

    /// <summary>A bigint.</summary>
    public void Long(long value)
    {
        Length(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);
    }

    /// <summary>An integer.</summary>
    public void Integer(int value)
    {
        Length(sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);
    }

    /// <summary>A bytea.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Length(value.Length);
        value.CopyTo(Take(value.Length));
    }

    /// <summary>A vector of pgvector: dimensions, an unused number, then single floats.</summary>
    public void Vector(ReadOnlySpan<float> value)
    {
        Length(4 + (sizeof(float) * value.Length));
        BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)value.Length);
        Take(2).Clear();
        var target = Take(sizeof(float) * value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            BinaryPrimitives.WriteSingleBigEndian(target[(sizeof(float) * i)..], value[i]);
        }
    }

    /// <summary>A tsvector of words without places; the server sorts them.</summary>
    /// <param name="words">Separated by single spaces, in UTF-8.</param>
    public void Words(ReadOnlySpan<byte> words)
    {
        var start = _used;
        Length(0);
        Take(sizeof(int));
        var count = 0;
        foreach (var range in words.Split((byte)' '))
        {
            var word = words[range];
            if (!word.IsEmpty && word.Length <= LongestWordBytes)
            {
                word.CopyTo(Take(word.Length));
                Take(3).Clear(); // the end of the word, and no places
                count++;
            }
        }

        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(start), _used - start - sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(start + sizeof(int)), count);
    }

    private void Length(int bytes) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), bytes);

    private Span<byte> Take(int bytes)
    {
        if (_used + bytes > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _used + bytes));
        }

        _used += bytes;
        return _buffer.AsSpan(_used - bytes, bytes);
    }
}
