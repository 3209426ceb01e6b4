namespace Neap.Content;

/// <summary>Adds an identifier and its parts to a set of terms.</summary>
/// <remarks>
/// A part ends at an underscore, before a capital that follows a small letter, and before a capital that starts a word
/// (<c>HTTP|Server</c>, <c>sha256|Hash</c>). A stretch without underscores that is longer than any term, such as a key or
/// embedded data, has no parts.
/// </remarks>
internal sealed class IdentifierSplitter(TermSet terms)
{
    private byte[] _small = new byte[256];
    private ByteClass[] _classes = new ByteClass[256];
    private int _length;

    /// <summary>Adds an identifier of ASCII letters, digits and underscores.</summary>
    public void Add(ReadOnlySpan<byte> word)
    {
        Begin();
        foreach (var value in word)
        {
            var kind = ByteClasses.Table[value];
            Push(kind == ByteClass.Capital ? (byte)(value | 0x20) : value, kind);
        }

        End();
    }

    /// <summary>Starts an identifier that is handed over byte by byte.</summary>
    public void Begin() => _length = 0;

    /// <summary>One byte of it in small letters, with the class it had.</summary>
    public void Push(byte small, ByteClass kind)
    {
        if (_length == _small.Length)
        {
            Array.Resize(ref _small, _length * 2);
            Array.Resize(ref _classes, _length * 2);
        }

        _small[_length] = small;
        _classes[_length++] = kind;
    }

    /// <summary>Ends the identifier: it and its parts become terms.</summary>
    public void End()
    {
        AddWhole();
        for (var start = 0; start < _length;)
        {
            var end = start;
            while (end < _length && _classes[end] != ByteClass.Joint)
            {
                end++;
            }

            AddParts(start, end);
            start = end + 1;
        }
    }

    private void AddWhole()
    {
        Span<byte> whole = stackalloc byte[WordCollector.MostTermBytes + 1];
        var length = 0;
        for (var at = 0; at < _length && length < whole.Length; at++)
        {
            if (_classes[at] != ByteClass.Joint)
            {
                whole[length++] = _small[at];
            }
        }

        AddTerm(whole[..length]);
    }

    private void AddParts(int start, int end)
    {
        if (end - start > WordCollector.MostTermBytes)
        {
            AddTerm(_small.AsSpan(start, end - start));
            return;
        }

        for (var at = start + 1; at < end; at++)
        {
            if (IsPartStart(at, end))
            {
                AddTerm(_small.AsSpan(start, at - start));
                start = at;
            }
        }

        AddTerm(_small.AsSpan(start, end - start));
    }

    private bool IsPartStart(int at, int end)
    {
        if (_classes[at] != ByteClass.Capital || IsContinuation(_small[at]))
        {
            return false;
        }

        return _classes[at - 1] == ByteClass.Small
            || (at + 1 < end && _classes[at + 1] == ByteClass.Small);
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private void AddTerm(ReadOnlySpan<byte> term)
    {
        if (term.Length > WordCollector.MostTermBytes)
        {
            var end = WordCollector.MostTermBytes;
            while (IsContinuation(term[end]))
            {
                end--;
            }

            term = term[..end];
        }

        if (term.Length > 1)
        {
            terms.Add(term);
        }
    }
}
