using System.Buffers.Binary;

namespace Neap.Content;

/// <summary>The different terms of one text, in the order of their first occurrence, each followed by a space.</summary>
/// <remarks>
/// Open addressing; a generation number empties the table without touching it. A term of up to eight bytes is its own key,
/// so most look-ups compare one number. Not safe for several threads.
/// </remarks>
internal sealed class TermSet
{
    /// <summary>A term of up to this many bytes can be handed over as a number.</summary>
    public const int ShortBytes = sizeof(ulong);

    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private Slot[] _slots = new Slot[2048];
    private byte[] _terms = new byte[16 * 1024];
    private int _generation = 1;
    private int _count;
    private int _written;

    /// <summary>The terms, separated by single spaces.</summary>
    public ReadOnlySpan<byte> Written => _terms.AsSpan(0, Math.Max(0, _written - 1));

    /// <summary>Length of the terms so far, with a space behind each.</summary>
    public int WrittenBytes => _written;

    /// <summary>Empties the set.</summary>
    public void Clear()
    {
        _written = 0;
        _count = 0;
        if (++_generation == int.MaxValue)
        {
            _generation = 1;
            Array.Clear(_slots);
        }
    }

    /// <summary>Adds a term that the set does not hold yet.</summary>
    public void Add(ReadOnlySpan<byte> term)
    {
        if (term.Length <= ShortBytes)
        {
            Span<byte> padded = stackalloc byte[ShortBytes];
            padded.Clear();
            term.CopyTo(padded);
            Add(BinaryPrimitives.ReadUInt64LittleEndian(padded), term.Length);
            return;
        }

        var hash = HashOf(term);
        var at = IndexOf(hash);
        for (; _slots[at].Generation == _generation; at = (at + 1) & (_slots.Length - 1))
        {
            ref readonly var slot = ref _slots[at];
            if (slot.Key == hash && term.SequenceEqual(_terms.AsSpan(slot.Offset, slot.Length)))
            {
                return;
            }
        }

        Reserve(term.Length);
        term.CopyTo(_terms.AsSpan(_written));
        Insert(at, new Slot(hash, _generation, _written, term.Length));
    }

    /// <summary>Adds a term of 1 to 8 bytes, given as a little-endian number with zeros behind it.</summary>
    public void Add(ulong term, int length)
    {
        var at = IndexOf(term * Mixer);
        for (; _slots[at].Generation == _generation; at = (at + 1) & (_slots.Length - 1))
        {
            ref readonly var slot = ref _slots[at];
            if (slot.Key == term && slot.Length == length)
            {
                return;
            }
        }

        Reserve(ShortBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(_terms.AsSpan(_written), term);
        Insert(at, new Slot(term, _generation, _written, length));
    }

    private static ulong HashOf(ReadOnlySpan<byte> term)
    {
        var last = BinaryPrimitives.ReadUInt64LittleEndian(term[^ShortBytes..]);
        var hash = (ulong)term.Length * Mixer;
        for (; term.Length > ShortBytes; term = term[ShortBytes..])
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term)) * Mixer;
            hash ^= hash >> 32;
        }

        return (hash ^ last) * Mixer;
    }

    private int IndexOf(ulong mixed) => (int)(mixed >> 32) & (_slots.Length - 1);

    private int IndexOf(in Slot slot) => IndexOf(slot.Length <= ShortBytes ? slot.Key * Mixer : slot.Key);

    private void Reserve(int bytes)
    {
        if (_written + bytes + 1 > _terms.Length)
        {
            Array.Resize(ref _terms, _terms.Length * 2);
        }
    }

    private void Insert(int at, Slot slot)
    {
        _slots[at] = slot;
        _terms[_written + slot.Length] = (byte)' ';
        _written += slot.Length + 1;
        if (++_count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        var smaller = _slots;
        _slots = new Slot[smaller.Length * 2];
        foreach (var slot in smaller)
        {
            if (slot.Generation != _generation)
            {
                continue;
            }

            var at = IndexOf(slot);
            while (_slots[at].Generation == _generation)
            {
                at = (at + 1) & (_slots.Length - 1);
            }

            _slots[at] = slot;
        }
    }

    private readonly record struct Slot(ulong Key, int Generation, int Offset, int Length);
}
