using System.Buffers.Binary;

namespace Neap.Content;

/// <summary>Adds an identifier, without its underscores, and its parts to a set of terms.</summary>
/// <remarks>
/// A part ends at an underscore, before a capital that follows a small letter, and before a capital that starts a word
/// (<c>HTTP|Server</c>, <c>sha256|Hash</c>). A stretch without underscores that is longer than any term, such as a key or
/// embedded data, has no parts.
/// </remarks>
internal sealed class IdentifierSplitter(TermSet terms)
{
    private byte[] _small = new byte[512];
    private int[] _marks = new int[512];
    private int _length;
    private int _markCount;
    private int _stretch;
    private int _character;
    private ByteClass _previous;

    /// <summary>Adds an identifier of ASCII letters, digits and underscores.</summary>
    public void Add(ReadOnlySpan<byte> word)
    {
        Begin(word.Length);
        ReadOnlySpan<ByteClass> classes = ByteClasses.Table;
        foreach (var value in word)
        {
            var kind = classes[value];
            Push(kind == ByteClass.Joint ? value : (byte)(value | 0x20), kind);
        }

        End();
    }

    /// <summary>Starts an identifier of at most this many bytes, to be handed over byte by byte.</summary>
    public void Begin(int mostBytes)
    {
        if (_small.Length < mostBytes + TermSet.ShortBytes)
        {
            _small = new byte[2 * (mostBytes + TermSet.ShortBytes)];
            _marks = new int[_small.Length];
        }

        (_length, _markCount, _stretch, _character, _previous) = (0, 0, 0, 0, ByteClass.Joint);
    }

    /// <summary>One byte of it in small letters, with the class of the character it belongs to.</summary>
    public void Push(byte small, ByteClass kind)
    {
        if (kind == ByteClass.Joint)
        {
            EndStretch();
            _previous = kind;
            return;
        }

        if (kind != _previous)
        {
            MarkTurn(kind);
            _previous = kind;
        }

        if ((small & 0xC0) != 0x80)
        {
            _character = _length;
        }

        _small[_length++] = small;
    }

    /// <summary>Ends the identifier: it and its parts become terms.</summary>
    public void End()
    {
        AddTerm(0, _length);
        EndStretch();
        var start = 0;
        for (var i = 0; i < _markCount; i++)
        {
            if (_marks[i] - start < _length)
            {
                AddTerm(start, _marks[i]);
            }

            start = _marks[i];
        }
    }

    private void MarkTurn(ByteClass kind)
    {
        if (kind == ByteClass.Capital && _previous == ByteClass.Small)
        {
            Mark(_length);
        }
        else if (kind == ByteClass.Small && _previous == ByteClass.Capital)
        {
            Mark(_character);
        }
    }

    private void Mark(int at)
    {
        if (at > _stretch && (_markCount == 0 || _marks[_markCount - 1] != at))
        {
            _marks[_markCount++] = at;
        }
    }

    private void EndStretch()
    {
        while (_length - _stretch > WordCollector.MostTermBytes && _markCount > 0 && _marks[_markCount - 1] > _stretch)
        {
            _markCount--;
        }

        Mark(_length);
        _stretch = _length;
    }

    private void AddTerm(int start, int end)
    {
        var length = end - start;
        if (length is > 1 and <= TermSet.ShortBytes)
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(_small.AsSpan(start));
            terms.Add(eight & (ulong.MaxValue >> (64 - (8 * length))), length);
        }
        else if (length > 1)
        {
            terms.Add(_small.AsSpan(start, Capped(start, length)));
        }
    }

    private int Capped(int start, int length)
    {
        var capped = Math.Min(length, WordCollector.MostTermBytes);
        while (capped < length && (_small[start + capped] & 0xC0) == 0x80)
        {
            capped--;
        }

        return capped;
    }
}
