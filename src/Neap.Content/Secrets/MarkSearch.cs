using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neap.Content;

/// <summary>Finds where any of several marks stands in a text, in one pass for all of them.</summary>
/// <remarks>
/// Sixteen places at a time: tables tell by the halves of four bytes which groups of marks may begin there (a filter known
/// as Teddy), and what passes is compared whole. The framework has such a search for characters only
/// (<c>SearchValues&lt;string&gt;</c>). Safe for several threads.
/// </remarks>
internal sealed class MarkSearch
{
    private const int Groups = 8;
    private const int FilterBytes = 4;

    // Sixteen places, and what the last of them needs behind itself.
    private const int WindowBytes = 16 + FilterBytes - 1;

    private readonly byte[][] _marks;
    private readonly Halves _first;
    private readonly Halves _second;
    private readonly Halves _third;
    private readonly Halves _fourth;

    /// <summary>A search for these marks, of four bytes at least, none of which begins with another.</summary>
    public MarkSearch(IReadOnlyList<byte[]> marks)
    {
        _marks = [.. marks];
        _first = HalvesAt(0);
        _second = HalvesAt(1);
        _third = HalvesAt(2);
        _fourth = HalvesAt(3);
    }

    /// <summary>The first place of a mark at <paramref name="from"/> or behind it, or -1.</summary>
    /// <param name="text">Any bytes.</param>
    /// <param name="from">Where to begin, up to the text's length.</param>
    /// <param name="mark">Which of the marks stands there, or -1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Next(ReadOnlySpan<byte> text, int from, out int mark)
    {
        var last = text.Length - WindowBytes;
        if (last < 0)
        {
            return NextOfFew(text, from, out mark);
        }

        var (first, second, third, fourth) = (_first, _second, _third, _fourth);
        ref var start = ref MemoryMarshal.GetReference(text);
        for (var at = from; at < text.Length; at += Vector128<byte>.Count)
        {
            // The last window overlaps the one before it: its places in front of this one were looked at.
            var window = Math.Min(at, last);
            var groups = first.Of(ref start, window) & second.Of(ref start, window + 1)
                & third.Of(ref start, window + 2) & fourth.Of(ref start, window + 3);
            if (groups == Vector128<byte>.Zero)
            {
                continue;
            }

            var place = FirstIn(text[window..], groups, at - window, out mark);
            if (place >= 0)
            {
                return window + place;
            }
        }

        mark = -1;
        return -1;
    }

    private int NextOfFew(ReadOnlySpan<byte> text, int from, out int mark)
    {
        for (var at = from; at < text.Length; at++)
        {
            if ((mark = MarkAt(text[at..], byte.MaxValue)) >= 0)
            {
                return at;
            }
        }

        mark = -1;
        return -1;
    }

    private int FirstIn(ReadOnlySpan<byte> window, Vector128<byte> groups, int skipped, out int mark)
    {
        var places = ~Vector128.Equals(groups, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
        for (places &= uint.MaxValue << skipped; places != 0; places &= places - 1)
        {
            var place = BitOperations.TrailingZeroCount(places);
            if ((mark = MarkAt(window[place..], groups.GetElement(place))) >= 0)
            {
                return place;
            }
        }

        mark = -1;
        return -1;
    }

    private int MarkAt(ReadOnlySpan<byte> text, byte groups)
    {
        for (var mark = 0; mark < _marks.Length; mark++)
        {
            if ((groups >> GroupOf(mark) & 1) != 0 && text.StartsWith(_marks[mark]))
            {
                return mark;
            }
        }

        return -1;
    }

    // Neighbours share a group, so that few other texts pass where neighbours resemble each other.
    private int GroupOf(int mark) => mark * Groups / _marks.Length;

    private Halves HalvesAt(int offset)
    {
        var (lower, upper) = (new byte[16], new byte[16]);
        for (var mark = 0; mark < _marks.Length; mark++)
        {
            var group = (byte)(1 << GroupOf(mark));
            lower[_marks[mark][offset] & 0xF] |= group;
            upper[_marks[mark][offset] >> 4] |= group;
        }

        return new Halves(Vector128.Create(lower), Vector128.Create(upper));
    }

    /// <summary>Which groups have a byte with this lower half, and which one with this upper half.</summary>
    private readonly record struct Halves(Vector128<byte> Lower, Vector128<byte> Upper)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<byte> Of(ref byte text, int at)
        {
            var bytes = Vector128.LoadUnsafe(ref text, (nuint)at);
            return Vector128.Shuffle(Lower, bytes & Vector128.Create((byte)0xF)) & Vector128.Shuffle(Upper, bytes >>> 4);
        }
    }
}
