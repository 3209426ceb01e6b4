using System.Buffers.Binary;

namespace Neap.Content;

/// <summary>The different terms of one text, in the order of their first occurrence, each followed by a space.</summary>
/// <remarks>Open addressing; a generation number empties the table without touching it. Not safe for several threads.</remarks>
internal sealed class TermSet
{
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private Slot[] _slots = new Slot[2048];
    private byte[] _terms = new byte[16 * 1024];
    private int _generation = 1;
    private int _count;
    private int _written;

    /// <summary>The terms, separated by single spaces.</summary>
    public ReadOnlySpan<byte> Written => _terms.AsSpan(0, Math.Max(0, _written - 1));

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
        var hash = HashOf(term);
        var slots = _slots;
        var at = (int)hash & (slots.Length - 1);
        while (slots[at].Generation == _generation)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Hash == (uint)hash && term.SequenceEqual(_terms.AsSpan(slot.Offset, slot.Length)))
            {
                return;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = new Slot(_generation, (uint)hash, _written, term.Length);
        Append(term);
    }

    private static ulong HashOf(ReadOnlySpan<byte> term)
    {
        var hash = (ulong)term.Length;
        while (term.Length >= sizeof(ulong))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term)) * Mixer;
            hash ^= hash >> 32;
            term = term[sizeof(ulong)..];
        }

        if (term.Length >= sizeof(uint))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt32LittleEndian(term)) * Mixer;
            hash ^= hash >> 32;
            term = term[sizeof(uint)..];
        }

        var tail = 0u;
        foreach (var value in term)
        {
            tail = (tail << 8) | value;
        }

        hash = (hash ^ tail) * Mixer;
        return hash ^ (hash >> 32);
    }

    private void Append(ReadOnlySpan<byte> term)
    {
        if (_written + term.Length + 1 > _terms.Length)
        {
            Array.Resize(ref _terms, _terms.Length * 2);
        }

        term.CopyTo(_terms.AsSpan(_written));
        _terms[_written + term.Length] = (byte)' ';
        _written += term.Length + 1;
        if (++_count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        foreach (var slot in _slots)
        {
            var at = (int)slot.Hash & (larger.Length - 1);
            while (slot.Generation == _generation && larger[at].Generation == _generation)
            {
                at = (at + 1) & (larger.Length - 1);
            }

            if (slot.Generation == _generation)
            {
                larger[at] = slot;
            }
        }

        _slots = larger;
    }

    private readonly record struct Slot(int Generation, uint Hash, int Offset, int Length);
}
